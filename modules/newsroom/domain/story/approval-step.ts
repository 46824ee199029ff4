/** The steps of a story: written, vouched for by the editorial department (phòng), approved to air by leadership (lãnh đạo). */
export const approvalSteps = ['created', 'department', 'leadership'] as const
export type ApprovalStepName = (typeof approvalSteps)[number]

/**
 * A step taken over from the old system (từ hệ thống cũ, không ràng buộc lời văn): it says that somebody approved, but not
 * which words. Whoever is not named there is null, never guessed.
 */
export interface OldApprovalStep {
  readonly step: ApprovalStepName
  readonly person: string | null
  /** With the offset of Vietnam, `2018-10-18T16:44:00+07:00`; null when not recorded or not readable. */
  readonly at: string | null
  readonly note: string | null
  readonly origin: 'old_system'
  readonly wordingBound: false
}
