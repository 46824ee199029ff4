/** Why something past its period is not deleted yet (chưa xóa được). */
export const holdReasons = ['petition-open', 'campaign-open', 'named-elsewhere', 'account-in-use', 'request-open', 'still-running', 'kept-by-law', 'correction-open'] as const
export type HoldReason = (typeof holdReasons)[number]
