import { command } from '#platform/http/handler.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { decideApproval } from '../../domain/task-decisions.ts'
import { saveTask, taskAtVersion } from './change-task.ts'

/** The superior accepts ad-hoc work, which thereby counts, or declines it with a reason. */
export const approveAdHocTask = command(taskRoutes.approveAdHocTask, async (context) => {
  const { params, body, actor, tx, record } = context
  const task = await taskAtVersion(context, params.taskId, 'superior', body.version)
  const { status, closingReason } = decideApproval(task, body.accept, body.reason)
  const version = await saveTask(tx, actor.tenantId, task, { status, closing_reason: closingReason, judged_by: actor.personId })
  record({ action: body.accept ? 'evaluation.task.ad-hoc-accepted' : 'evaluation.task.ad-hoc-declined', subject: { kind: 'task', id: task.id }, data: { version } })
  return { version, status }
})
