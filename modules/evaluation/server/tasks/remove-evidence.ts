import type { TaskId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { requireEvidenceOpen } from '../../domain/task-decisions.ts'
import { taskToChange } from './change-task.ts'

/** Takes evidence away from an own task while it is not judged; the file itself stays kept. */
export const removeEvidence = command(taskRoutes.removeEvidence, async (context) => {
  const { params, actor, tx, read, now, record } = context
  const known = await read
    .selectFrom('evaluation_evidence')
    .select('task_id')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', params.evidenceId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (known === undefined) return refuse('platform.not-found')
  const task = await taskToChange(context, known.task_id as TaskId, 'subject')
  requireEvidenceOpen(task.status)
  await tx
    .updateTable('evaluation_evidence')
    .set({ removed_at: now })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', params.evidenceId)
    .execute()
  record({ action: 'evaluation.evidence.removed', subject: { kind: 'task', id: task.id }, data: { evidenceId: params.evidenceId } })
  return { removed: true as const }
})
