import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { inUseOn } from '../../domain/desk/heading.ts'
import { tidySlug } from '../../domain/desk/slug.ts'
import { readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { seesDesk } from './desk-units.ts'
import { mustGoTogether } from './place-story.ts'
import { readReaders } from './reader-rows.ts'
import { mayPlace, readStoryDesk } from './story-desk.ts'

/** Gives a story its slug, programme, slot and reader. Its words, their revision and their approval are not touched. */
export const saveStoryDesk = command(deskRoutes.saveStoryDesk, async ({ params, body, actor, read, tx, today, record }) => {
  const { tenantId } = actor
  const day = await unitsOfDay(read, actor, today)
  const story = await readStory(read, actor, day, params.storyId)
  if (!mayPlace(actor, day, story)) return refuse('newsroom.desk.may-not-place')
  const { programmeId, slotDate, slotId, readerId } = body
  const before = await readStoryDesk(read, tenantId, story)
  const moved = programmeId !== before.programmeId || slotDate !== before.slotDate || slotId !== before.slotId
  // What was right when it was planned stays, also after its programme has ended.
  if (moved) await mustGoTogether(read, actor, day, { programmeId, slotDate, slotId }, today)
  if (readerId !== null && readerId !== before.readerId) {
    const sees = seesDesk(actor, day)
    const reads = (await readReaders(read, tenantId)).some((reader) => reader.personId === readerId && sees(reader.unitId) && inUseOn(reader, slotDate ?? today))
    if (!reads) refuse('newsroom.desk.no-reader')
  }
  const slug = tidySlug(body.slug)
  await tx.updateTable('newsroom_story').set({ slug, programme_id: programmeId, slot_date: slotDate, slot_id: slotId, reader_id: readerId }).where('tenant_id', '=', tenantId).where('id', '=', story.id).execute()
  record({ action: 'newsroom.placement.saved', subject: { kind: 'story', id: story.id }, data: { slug, programmeId, slotDate, slotId, readerId } })
  return { slug: (await readStoryDesk(read, tenantId, story)).slug }
})
