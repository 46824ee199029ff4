import { randomUUID } from 'node:crypto'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { contentShape } from '../../contract/content-shape.ts'
import { recordRoutes } from '../../contract/record-routes.ts'
import { importRecord as readRecord, scriptOf } from '../../domain/record/index.ts'
import { beginStory, placeToWrite } from '../stories/begin-story.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { textOf } from './record-text.ts'

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
