import { createContext, useContext } from 'react'
import type { Language } from '#ui/language.ts'

/** How the screens speak of an act that needs two persons, said by the module it belongs to. */
export interface ApprovalAct {
  readonly name: Readonly<Record<Language, string>>
  /** Where the second person sees what it is about, from the address of the request. */
  readonly place?: (address: string) => string | undefined
  /** The name under which a file it answers with is kept. */
  readonly fileName?: string
}

/** Set by the shell, because the accounts do not know what the other modules do. */
export const ApprovalActs = createContext<Readonly<Record<string, ApprovalAct>>>({})

/** The acts of every module by their name in the contracts. */
export function useApprovalActs(): Readonly<Record<string, ApprovalAct>> {
  return useContext(ApprovalActs)
}
