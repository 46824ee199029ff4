import { command } from '#platform/http/handler.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { nextStatus } from '../../domain/task-decisions.ts'
import { saveTask, taskAtVersion } from './change-task.ts'

/** The cadre reports that a task cannot be done, so that somebody else can have it (article 18.1d). */
export const handBackTask = command(taskRoutes.handBackTask, async (context) => {
  const { params, body, actor, tx, record } = context
  const task = await taskAtVersion(context, params.taskId, 'subject', body.version)
  const status = nextStatus(task, 'hand_back')
  const version = await saveTask(tx, actor.tenantId, task, { status, closing_reason: body.reason })
  record({ action: 'evaluation.task.handed-back', subject: { kind: 'task', id: task.id }, data: { version } })
  return { version, status }
})
