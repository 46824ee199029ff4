import { command } from '#platform/http/handler.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { evidenceAddress, requireNotSecret } from '../../domain/evidence.ts'
import { requireEvidenceOpen } from '../../domain/task-decisions.ts'
import { taskToChange } from './change-task.ts'
import { viewOfEvidence } from './task-views.ts'

/** Attaches the address of a document kept elsewhere to an own task. The server never opens it. */
export const addEvidenceLink = command(taskRoutes.addEvidenceLink, async (context) => {
  const { params, body, actor, tx, now, newId, record } = context
  const task = await taskToChange(context, params.taskId, 'subject')
  requireEvidenceOpen(task.status)
  requireNotSecret(body.name)
  const address = evidenceAddress(body.address)
  const id = newId<'evidence'>()
  await tx
    .insertInto('evaluation_evidence')
    .values({ tenant_id: actor.tenantId, id, task_id: task.id, kind: 'link', address, name: body.name, added_by: task.personId, added_at: now })
    .execute()
  record({ action: 'evaluation.evidence.added', subject: { kind: 'task', id: task.id }, data: { evidenceId: id, kind: 'link' } })
  return viewOfEvidence({ id, kind: 'link', name: body.name, address, mediaType: '', size: 0, addedAt: now })
})
