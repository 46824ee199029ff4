import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { maySeeTask } from '../../domain/task-policy.ts'
import { keptFile } from '../keep-file.ts'
import { namedSuperior } from './named-superior.ts'
import { unitsOfDay } from './task-scope.ts'

/** The file of an entry of evidence. Somebody else's is noted in the ledger. */
export const downloadEvidence = query(taskRoutes.downloadEvidence, async ({ params, actor, read, today, files, record }) => {
  const { tenantId } = actor
  const found = await read
    .selectFrom('evaluation_evidence as e')
    .innerJoin('evaluation_task as t', (join) => join.on('t.tenant_id', '=', tenantId).onRef('t.id', '=', 'e.task_id'))
    .where('e.tenant_id', '=', tenantId)
    .where('e.id', '=', params.evidenceId)
    .where('e.removed_at', 'is', null)
    .select(['e.task_id', 'e.file_id', 'e.name', 't.person_id', 't.unit_id', 't.month'])
    .executeTakeFirst()
  if (found === undefined || found.file_id === null) return refuse('platform.not-found')
  const day = await unitsOfDay(read, tenantId, today)
  const personId = found.person_id as PersonId
  const isNamed = await namedSuperior(read, actor, [personId])
  if (!maySeeTask(actor, personId, day.lineageOf(found.unit_id as UnitId), isNamed(personId, found.month as CalendarDate))) return refuse('platform.not-found')
  const bytes = await keptFile({ read, files, tenantId }, found.file_id)
  if (bytes === undefined) return refuse('platform.not-found')
  if (personId !== actor.personId) {
    record({ action: 'evaluation.evidence.downloaded', subject: { kind: 'task', id: found.task_id }, about: [personId], data: { evidenceId: params.evidenceId } })
  }
  return { contentType: 'application/octet-stream', fileName: found.name, bytes }
})
