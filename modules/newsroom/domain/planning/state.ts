import type { TransitionTable } from '#kernel/transition.ts'

/** Where an assignment (phân công) is: đã giao, đã nhận, đang làm, hoàn thành, đã hủy. */
export const assignmentStates = ['assigned', 'accepted', 'in_progress', 'done', 'cancelled'] as const
export type AssignmentState = (typeof assignmentStates)[number]

/** Nhận việc, bắt đầu làm, báo hoàn thành; hủy, mở lại, giao lại. */
export const assignmentActs = ['accept', 'begin', 'finish', 'reopen', 'cancel', 'revive'] as const
export type AssignmentAct = (typeof assignmentActs)[number]

/** Who acts on an assignment: those it is given to, or the desk that plans. */
export type AssignmentHand = 'assigned' | 'desk'

/** What may be done in each state. What was finished too soon is worked on again; what was cancelled is given out anew. */
export const assignmentTransitions = {
  accept: { from: ['assigned'], to: 'accepted', by: 'assigned' },
  begin: { from: ['assigned', 'accepted'], to: 'in_progress', by: 'assigned' },
  finish: { from: ['accepted', 'in_progress'], to: 'done', by: 'assigned' },
  reopen: { from: ['done'], to: 'in_progress', by: 'assigned' },
  cancel: { from: ['assigned', 'accepted', 'in_progress'], to: 'cancelled', by: 'desk' },
  revive: { from: ['cancelled'], to: 'assigned', by: 'desk' },
} as const satisfies TransitionTable<AssignmentAct, AssignmentState, AssignmentHand>

/** States in which somebody still has to do something. */
export const openStates = ['assigned', 'accepted', 'in_progress'] as const satisfies readonly AssignmentState[]

/** Whether somebody still has to do something. */
export function isOpen(state: AssignmentState): boolean {
  return openStates.some((each) => each === state)
}

/** Whether it should have been handed in by now (trễ hạn). */
export function isLate({ state, dueAt }: { readonly state: AssignmentState; readonly dueAt: Date }, now: Date): boolean {
  return isOpen(state) && dueAt < now
}
