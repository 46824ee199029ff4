import { randomUUID } from 'node:crypto'
import { holdsOver } from '#kernel/actor.ts'
import { refuse } from '#kernel/refusal.ts'
import { docxText } from '#platform/documents/docx-text.ts'
import { command } from '#platform/http/handler.ts'
import { contentShape } from '../../contract/content-shape.ts'
import { recordRoutes } from '../../contract/record-routes.ts'
import { importRecord as readRecord, scriptOf } from '../../domain/record/index.ts'
import { hashOf } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'

/** Takes over a record of the old system as a draft; the file is kept whole, its approval steps bind no wording. */
export const importRecord = command(recordRoutes.importRecord, async ({ query, body, actor, read, tx, now, today, newId, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const place = actor.posts.find((post) => holdsOver(actor, 'newsroom:write', day.lineageOf(post.unitId)))
  if (place === undefined || actor.personId === null) return refuse('newsroom.no-unit')
  if (body.byteLength === 0) return refuse('newsroom.record.empty')
  const old = readRecord(textOf(body))
  const script = contentShape.safeParse(scriptOf(old, query.fileName, randomUUID))
  if (!script.success) return refuse('newsroom.record.too-long')
  const content = script.data
  const { title, column, category } = content
  const id = newId<'story'>()
  const own = { tenant_id: actor.tenantId, story_id: id }
  await tx.insertInto('newsroom_story').values({ tenant_id: actor.tenantId, id, unit_id: place.unitId, author_id: actor.personId, state: 'draft', title, column, category, created_at: now, changed_at: now }).execute()
  await tx.insertInto('newsroom_story_version').values({ ...own, version: 1, content: JSON.stringify(content), hash: hashOf(content), saved_by: actor.personId, saved_at: now }).execute()
  await tx
    .insertInto('newsroom_story_record')
    .values({ ...own, file_name: query.fileName, bytes: Buffer.from(body), steps: JSON.stringify(old.approvals), faults: JSON.stringify(old.faults), imported_by: actor.personId, imported_at: now })
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
