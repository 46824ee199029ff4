/** How far a request for a second person has come; whether it is out of date follows from its dates. */
export const approvalStatuses = ['waiting', 'approved', 'refused', 'withdrawn', 'used'] as const
export type ApprovalStatus = (typeof approvalStatuses)[number]
