import { command } from '#platform/http/handler.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { nextStatus } from '../../domain/task-decisions.ts'
import { saveTask, taskAtVersion } from './change-task.ts'

/** Withdraws a task that is no longer needed; it counts nowhere. */
export const cancelTask = command(taskRoutes.cancelTask, async (context) => {
  const { params, body, actor, tx, record } = context
  const task = await taskAtVersion(context, params.taskId, 'assigner', body.version)
  const status = nextStatus(task, 'cancel')
  const version = await saveTask(tx, actor.tenantId, task, { status, closing_reason: body.reason })
  record({ action: 'evaluation.task.cancelled', subject: { kind: 'task', id: task.id }, data: { version } })
  return { version, status }
})
