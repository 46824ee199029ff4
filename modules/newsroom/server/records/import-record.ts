import { randomUUID } from 'node:crypto'
import { refuse } from '#kernel/refusal.ts'
import { docxText } from '#platform/documents/docx-text.ts'
import { command } from '#platform/http/handler.ts'
import { contentShape } from '../../contract/content-shape.ts'
import { recordRoutes } from '../../contract/record-routes.ts'
import { importRecord as readRecord, scriptOf } from '../../domain/record/index.ts'
import { beginStory, placeToWrite } from '../stories/begin-story.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'

/** Takes over a record of the old system as a draft; the file is kept whole, its approval steps bind no wording. */
export const importRecord = command(recordRoutes.importRecord, async ({ query, body, actor, read, tx, now, today, newId, record }) => {
  const place = placeToWrite(actor, await unitsOfDay(read, actor, today))
  if (body.byteLength === 0) return refuse('newsroom.record.empty')
  const old = readRecord(textOf(body))
  const script = contentShape.safeParse(scriptOf(old, query.fileName, randomUUID))
  if (!script.success) return refuse('newsroom.record.too-long')
  const id = newId<'story'>()
  await beginStory(tx, actor, id, place, script.data, now)
  await tx
    .insertInto('newsroom_story_record')
    .values({ tenant_id: actor.tenantId, story_id: id, file_name: query.fileName, bytes: Buffer.from(body), steps: JSON.stringify(old.approvals), faults: JSON.stringify(old.faults), imported_by: place.authorId, imported_at: now })
    .execute()
  record({ action: 'newsroom.record.imported', subject: { kind: 'story', id }, data: { size: body.byteLength, faults: old.faults.length } })
  return { id, faults: old.faults.length }
})

/** The text of a record: a Word file’s, or UTF-8. */
function textOf(bytes: Uint8Array): string {
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
  if (isPackage) return docxText(bytes) ?? refuse('newsroom.record.not-text')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return refuse('newsroom.record.not-text')
  }
}
