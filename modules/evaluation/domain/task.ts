import { availableActs, type TransitionTable } from '#kernel/transition.ts'

/** Statuses of a task (nhiệm vụ được giao). */
export const taskStatuses = ['proposed', 'open', 'reported', 'confirmed', 'handed_back', 'cancelled'] as const
export type TaskStatus = (typeof taskStatuses)[number]

/** Where a task came from (article 18.1d): the plan, a colleague, or unplanned work. */
export const taskOrigins = ['assigned', 'received', 'ad_hoc'] as const
export type TaskOrigin = (typeof taskOrigins)[number]

/** Acts a screen may offer on a task. */
export const taskActs = ['report', 'judge', 'hand_back', 'reassign', 'cancel', 'approve', 'add_evidence'] as const
export type TaskAct = (typeof taskActs)[number]

export const taskChanges = ['report', 'judge', 'hand_back', 'reassign', 'cancel', 'approve', 'decline'] as const
export type TaskChange = (typeof taskChanges)[number]

/** Who acts on a task: the cadre it was given to, who tracks that cadre (article 10.1), who may give work to that cadre. */
export type TaskRight = 'subject' | 'superior' | 'assigner'

/**
 * Which act leads from where to where; server and screen read this table. NĐ 335/2025, article 18.
 * Accepting ad-hoc work confirms it; a confirmed task may be judged again until its period is closed.
 */
export const taskTransitions = {
  report: { from: ['open', 'reported'], to: 'reported', by: 'subject' },
  judge: { from: ['open', 'reported', 'confirmed'], to: 'confirmed', by: 'superior' },
  hand_back: { from: ['open', 'reported'], to: 'handed_back', by: 'subject' },
  reassign: { from: ['handed_back'], to: 'handed_back', by: 'assigner' },
  cancel: { from: ['open', 'reported'], to: 'cancelled', by: 'assigner' },
  approve: { from: ['proposed'], to: 'confirmed', by: 'superior' },
  decline: { from: ['proposed'], to: 'cancelled', by: 'superior' },
} as const satisfies TransitionTable<TaskChange, TaskStatus, TaskRight>

/** Statuses in which the cadre may still add or take away evidence. */
export const evidenceOpenIn: readonly TaskStatus[] = ['proposed', 'open', 'reported']

/** What narrows the table for one task. */
export interface TaskSituation {
  readonly status: TaskStatus
  readonly rights: ReadonlySet<TaskRight>
  /** The campaign over its month is compiled or later: nothing may change. */
  readonly periodClosed: boolean
  /** Somebody already took over this handed-back task. */
  readonly reassigned: boolean
}

/** The acts this actor may do on this task now, in the order of {@link taskActs}. */
export function taskActsFor({ status, rights, periodClosed, reassigned }: TaskSituation): TaskAct[] {
  if (periodClosed) return []
  const admitted: readonly string[] = availableActs(taskTransitions, status, (right) => rights.has(right))
  return taskActs.filter((act) => {
    if (act === 'add_evidence') return rights.has('subject') && evidenceOpenIn.includes(status)
    return admitted.includes(act) && !(act === 'reassign' && reassigned)
  })
}
