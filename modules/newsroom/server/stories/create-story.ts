import { command } from '#platform/http/handler.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { blocksOfColumn } from '../desk/begin-in-column.ts'
import { mustGoTogether } from '../desk/place-story.ts'
import { beginStory, placeToWrite } from './begin-story.ts'
import { unitsOfDay } from './units-of-day.ts'

/** Begins a story with the blocks of its column's template. */
export const createStory = command(storyRoutes.createStory, async ({ body: { slot, ...head }, actor, read, tx, now, today, newId, record }) => {
  const units = await unitsOfDay(read, actor, today)
  const place = placeToWrite(actor, units)
  if (slot !== undefined) await mustGoTogether(read, actor, units, slot, today)
  const id = newId<'story'>()
  const blocks = await blocksOfColumn(read, actor.tenantId, units, { unitId: place.unitId, column: head.column, on: today }, () => newId<'block'>())
  await beginStory(tx, actor, id, place, { ...head, people: [], blocks }, now)
  if (slot !== undefined) await tx.updateTable('newsroom_story').set({ programme_id: slot.programmeId, slot_date: slot.slotDate, slot_id: slot.slotId }).where('tenant_id', '=', actor.tenantId).where('id', '=', id).execute()
  record({ action: 'newsroom.story.created', subject: { kind: 'story', id } })
  return { id }
})
