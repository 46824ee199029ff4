/** What becomes of a proposal to delete: it waits, was put off, was carried out, or nothing was left to delete. */
export const proposalStatuses = ['open', 'postponed', 'done', 'lapsed'] as const
export type ProposalStatus = (typeof proposalStatuses)[number]
