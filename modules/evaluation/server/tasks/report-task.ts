import { command } from '#platform/http/handler.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { decideReport } from '../../domain/task-decisions.ts'
import { saveTask, taskAtVersion } from './change-task.ts'

/** The cadre records what was done and when (article 18.2). */
export const reportTask = command(taskRoutes.reportTask, async (context) => {
  const { params, body, actor, tx, today, record } = context
  const task = await taskAtVersion(context, params.taskId, 'subject', body.version)
  const { status, completed, completedOn, resultNote } = decideReport(task, body, today)
  const version = await saveTask(tx, actor.tenantId, task, { status, completed, completed_on: completedOn, result_note: resultNote })
  record({ action: 'evaluation.task.reported', subject: { kind: 'task', id: task.id }, data: { version, completed, completedOn } })
  return { version, status }
})
