import { holdsOver } from '#kernel/actor.ts'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { correctionRoutes } from '../../contract/correction-routes.ts'
import { missingParts, noticeBlocks, noticeTitle } from '../../domain/correction/notice.ts'
import type { HeadingId } from '../desk/heading-rows.ts'
import { beginStory } from '../stories/begin-story.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { lockCorrection } from './correction-row.ts'
import { nextSlot } from './next-slot.ts'

/**
 * Issues the notice: a draft story of it in the same column, meant for the next slot of the programme that aired the original. It is approved like any other, and
 * once it airs the correction is done. It is whoever issues it who goes on writing it; for one who does not write it is the author of what is corrected.
 */
export const issueCorrection = command(correctionRoutes.issueCorrection, async ({ params, body, actor, read, tx, now, today, newId, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const correction = await lockCorrection(tx, read, actor, day, params.correctionId, body.revision)
  if (actor.personId === null) return refuse('newsroom.correction.no-right')
  if (correction.issued !== null) refuse('newsroom.correction.issued')
  const missing = missingParts(correction)
  if (missing.length > 0) refuse('newsroom.correction.missing', { parts: missing })
  const airing = await read.selectFrom('newsroom_airing').where('tenant_id', '=', actor.tenantId).where('id', '=', correction.airingId).select(['programme_id', 'category']).executeTakeFirstOrThrow()
  const storyId = newId<'story'>()
  const authorId = holdsOver(actor, 'newsroom:write', day.lineageOf(correction.unitId)) ? actor.personId : correction.authorId
  const content = { title: `${noticeTitle}: ${correction.workName}`.slice(0, 300), column: correction.columnName, category: airing.category, people: [], blocks: noticeBlocks(correction, () => newId<'block'>()) }
  await beginStory(tx, actor, storyId, { authorId, unitId: correction.unitId }, content, now)
  const slot = airing.programme_id === null ? null : await nextSlot(read, actor.tenantId, airing.programme_id as HeadingId, now)
  if (slot !== null) await tx.updateTable('newsroom_story').set({ programme_id: slot.slot.programmeId, slot_id: slot.slot.id, slot_date: slot.date }).where('tenant_id', '=', actor.tenantId).where('id', '=', storyId).execute()
  await tx
    .updateTable('newsroom_correction')
    .set({ notice_story_id: storyId, issued_by: actor.personId, issued_at: now, revision: correction.revision + 1, changed_at: now })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', correction.id)
    .execute()
  record({ action: 'newsroom.correction.issued', subject: { kind: 'correction', id: correction.id }, about: [correction.authorId], data: { storyId: correction.storyId, noticeStoryId: storyId, slotDate: slot?.date ?? null } })
  return { storyId, slotDate: slot?.date ?? null }
})
