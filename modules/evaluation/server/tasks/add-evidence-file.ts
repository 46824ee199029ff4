import { command } from '#platform/http/handler.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { requireEvidenceOpen } from '../../domain/task-decisions.ts'
import { keepFile } from '../keep-file.ts'
import { taskToChange } from './change-task.ts'
import { checkEvidence } from './check-evidence.ts'
import { viewOfEvidence } from './task-views.ts'

/** Attaches a file to an own task, once its content proved to be what its name says. The same file twice is one entry. */
export const addEvidenceFile = command(taskRoutes.addEvidenceFile, async (context) => {
  const { params, query, body, actor, tx, read, files, now, newId, record } = context
  const task = await taskToChange(context, params.taskId, 'subject')
  requireEvidenceOpen(task.status)
  const { name, mediaType } = await checkEvidence(query.fileName, body)
  const fileId = await keepFile({ tx, files, tenantId: actor.tenantId, now }, body, mediaType)
  const same = await read
    .selectFrom('evaluation_evidence')
    .select(['id', 'kind', 'name', 'address', 'media_type', 'size', 'added_at'])
    .where('tenant_id', '=', actor.tenantId)
    .where('task_id', '=', task.id)
    .where('file_id', '=', fileId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  const id = same?.id ?? newId<'evidence'>()
  record({ action: 'evaluation.evidence.added', subject: { kind: 'task', id: task.id }, data: { evidenceId: id, fileId, kind: 'file', size: body.byteLength, already: same !== undefined } })
  if (same !== undefined) return viewOfEvidence({ ...same, mediaType: same.media_type, size: Number(same.size), addedAt: same.added_at })
  await tx
    .insertInto('evaluation_evidence')
    .values({ tenant_id: actor.tenantId, id, task_id: task.id, kind: 'file', file_id: fileId, name, media_type: mediaType, size: body.byteLength, added_by: task.personId, added_at: now })
    .execute()
  return viewOfEvidence({ id, kind: 'file', name, address: null, mediaType, size: body.byteLength, addedAt: now })
})
