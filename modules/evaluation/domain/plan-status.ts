import type { TransitionTable } from '#kernel/transition.ts'

/** Where a plan somebody proposed stands. */
export const proposedPlanStatuses = ['proposed', 'approved', 'returned'] as const

/** Where a person's plan (kế hoạch quý: điểm tối đa của trục) stands; `open` while nothing was proposed. */
export const planStatuses = ['open', ...proposedPlanStatuses] as const
export type PlanStatus = (typeof planStatuses)[number]

export const planActs = ['propose', 'approve', 'return'] as const
export type PlanAct = (typeof planActs)[number]

/** Which act leads from where to where; server and screen read this table. An approved plan may still be sent back while the subject scores. */
export const planTransitions = {
  propose: { from: ['open', 'proposed', 'returned'], to: 'proposed', by: 'proposer' },
  approve: { from: ['proposed'], to: 'approved', by: 'approver' },
  return: { from: ['proposed', 'approved'], to: 'returned', by: 'approver' },
} as const satisfies TransitionTable<PlanAct, PlanStatus, 'proposer' | 'approver'>
