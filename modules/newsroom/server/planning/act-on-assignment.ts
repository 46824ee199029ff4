import { refuse } from '#kernel/refusal.ts'
import { transit } from '#kernel/transition.ts'
import { command } from '#platform/http/handler.ts'
import { planningRoutes } from '../../contract/planning-routes.ts'
import { assignmentTransitions, type AssignmentAct } from '../../domain/planning/state.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { handsOn, lockAssignment } from './assignment-rows.ts'

const actions = {
  accept: 'newsroom.assignment.accepted',
  begin: 'newsroom.assignment.started',
  finish: 'newsroom.assignment.reported',
  reopen: 'newsroom.assignment.reopened',
  cancel: 'newsroom.assignment.cancelled',
  revive: 'newsroom.assignment.assigned',
} as const satisfies Record<AssignmentAct, string>

/** Accepts, begins, reports, cancels or gives out again (nhận, làm, báo, hủy, giao lại). */
export const actOnAssignment = command(planningRoutes.actOnAssignment, async ({ params, body, actor, read, tx, now, today, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const assignment = await lockAssignment(tx, actor, day, params.assignmentId, body.revision)
  const state = handsOn(actor, day, assignment).has(assignmentTransitions[body.act].by)
    ? transit(assignmentTransitions, body.act, assignment.state, 'newsroom.assignment.wrong-state')
    : refuse('newsroom.assignment.wrong-state', { state: assignment.state })
  const revision = assignment.revision + 1
  await tx.updateTable('newsroom_assignment').set({ state, revision, changed_at: now }).where('tenant_id', '=', actor.tenantId).where('id', '=', assignment.id).execute()
  record({ action: actions[body.act], subject: { kind: 'assignment', id: assignment.id }, about: [assignment.writerId, ...(assignment.filmerId === null ? [] : [assignment.filmerId])], data: { state } })
  return { revision, state }
})
