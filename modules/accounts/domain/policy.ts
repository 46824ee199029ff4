/** Whether a second factor must be there for the rights that need one, or is only offered. */
export const secondFactorRules = ['required', 'offered'] as const
/** Whether the acts that ask for two persons really ask. */
export const twoPersonRules = ['required', 'off'] as const

/** How strictly a committee guards its accounts (chính sách tài khoản). */
export interface AccountPolicy {
  readonly secondFactor: (typeof secondFactorRules)[number]
  readonly twoPersons: (typeof twoPersonRules)[number]
}

/** What holds for a committee that has decided nothing. */
export const strictPolicy: AccountPolicy = { secondFactor: 'required', twoPersons: 'required' }

/** The sample lets everybody look around at once: nobody has the telephones of its invented people. */
export const samplePolicy: AccountPolicy = { secondFactor: 'offered', twoPersons: 'off' }
