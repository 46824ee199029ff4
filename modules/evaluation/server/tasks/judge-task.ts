import { command } from '#platform/http/handler.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { decideJudgement } from '../../domain/task-decisions.ts'
import { saveTask, taskAtVersion } from './change-task.ts'

/** The superior records quantity, failed checks, late events and confirmed objective causes (article 14.2). */
export const judgeTask = command(taskRoutes.judgeTask, async (context) => {
  const { params, body, actor, tx, record } = context
  const task = await taskAtVersion(context, params.taskId, 'superior', body.version)
  const { excused, ...judged } = decideJudgement(task, body)
  const version = await saveTask(tx, actor.tenantId, task, {
    status: judged.status,
    completed: judged.completed,
    quality_faults: judged.qualityFaults,
    late_events: judged.lateEvents,
    quality_excused: judged.qualityExcused,
    late_excused: judged.lateExcused,
    excuse_reason: judged.excuseReason,
    excused_by: excused ? actor.personId : null,
    judged_by: actor.personId,
    ...(judged.completed === 0 ? { completed_on: null } : {}),
  })
  const { completed, qualityFaults, lateEvents, qualityExcused, lateExcused } = judged
  record({ action: 'evaluation.task.judged', subject: { kind: 'task', id: task.id }, data: { version, completed, qualityFaults, lateEvents, qualityExcused, lateExcused } })
  return { version, status: judged.status }
})
