import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { correctionRoutes } from '../../contract/correction-routes.ts'
import { missingParts } from '../../domain/correction/notice.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { lockCorrection } from './correction-row.ts'

/** Keeps what a correction says, until its notice has aired. Once issued it stays whole, and the story of the notice has to say the same. */
export const saveCorrection = command(correctionRoutes.saveCorrection, async ({ params, body, actor, read, tx, now, today, record }) => {
  const correction = await lockCorrection(tx, read, actor, await unitsOfDay(read, actor, today), params.correctionId, body.revision)
  if (body.receivedOn > today || body.documentDate > body.receivedOn || body.receivedOn < correction.airedOn) refuse('newsroom.correction.days')
  if (correction.state === 'done') refuse('newsroom.correction.aired')
  const missing = missingParts(body)
  if (correction.issued !== null && missing.length > 0) refuse('newsroom.correction.missing', { parts: missing })
  const revision = correction.revision + 1
  await tx
    .updateTable('newsroom_correction')
    .set({
      document_number: body.documentNumber,
      document_issuer: body.documentIssuer,
      document_date: body.documentDate,
      received_on: body.receivedOn,
      work_name: body.workName,
      column_name: body.columnName,
      false_content: body.falseContent,
      corrected_content: body.correctedContent,
      apology: body.apology,
      revision,
      changed_at: now,
    })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', correction.id)
    .execute()
  record({ action: 'newsroom.correction.saved', subject: { kind: 'correction', id: correction.id }, data: { storyId: correction.storyId, receivedOn: body.receivedOn } })
  return { revision }
})
