import { addDays, type CalendarDate } from '#kernel/calendar-date.ts'
import type { Id, PersonId, TenantId } from '#kernel/id.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { inUseOn } from '../../domain/desk/heading.ts'
import { slotRunsOn } from '../../domain/desk/slot.ts'
import { keysFor } from '../../domain/rundown/order-key.ts'
import { readHeadings, readSlots, type HeadingRow, type SlotRow } from '../desk/heading-rows.ts'
import { markPlaced } from '../stories/air-state.ts'
import type { StoryId } from '../stories/story-row.ts'
import { lastFrame, type FrameItem } from './last-frame.ts'

/** A slot of a programme on a day it comes. */
export interface SlotDay {
  readonly programme: HeadingRow
  readonly slot: SlotRow
  readonly date: CalendarDate
}

/** The slots of some programmes on the days from one to another, day by day. */
export async function slotDays(read: Reader, tenantId: TenantId, of: (programme: HeadingRow) => boolean, from: CalendarDate, to: CalendarDate): Promise<SlotDay[]> {
  const programmes = new Map((await readHeadings(read, tenantId)).filter((each) => each.kind === 'programme' && of(each)).map((each) => [each.id, each]))
  const slots = programmes.size === 0 ? [] : await readSlots(read, tenantId)
  const found: SlotDay[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    for (const slot of slots) {
      const programme = programmes.get(slot.programmeId)
      if (programme !== undefined && inUseOn(programme, date) && slotRunsOn(slot, date)) found.push({ programme, slot, date })
    }
  }
  return found
}

interface Making {
  readonly tenantId: TenantId
  /** Null where the server makes them by itself. */
  readonly createdBy: PersonId | null
  readonly now: Date
  readonly newId: <Kind extends string>() => Id<Kind>
}

/** Makes the rundowns that are not there yet: the frame of the slot's last one, and in it the stories meant for the day. Done twice it makes nothing more. */
export async function makeRundowns(tx: Tx<'newsroom'>, read: Reader, days: readonly SlotDay[], { tenantId, createdBy, now, newId }: Making): Promise<{ readonly made: number; readonly stories: number }> {
  let made = 0
  const placed: StoryId[] = []
  for (const { programme, slot, date } of days) {
    const id = newId<'rundown'>()
    const startMs = slot.startMinute * 60_000
    const outMs = slot.hardOut ? startMs + slot.plannedSeconds * 1000 : null
    const row = { tenant_id: tenantId, id, unit_id: programme.unitId, programme_id: programme.id, slot_id: slot.id, name: programme.name, on_date: date, start_ms: startMs, out_ms: outMs, created_by: createdBy, created_at: now, changed_at: now }
    const { numInsertedOrUpdatedRows } = await tx.insertInto('newsroom_rundown').values(row).onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows === 0n) continue
    made += 1
    const stories = await storiesMeant(read, tenantId, programme.id, slot.id, date)
    const { before, after } = await lastFrame(read, tenantId, slot.id, date)
    const items = [...before.map(frameRow), ...stories.map((story) => ({ kind: 'story', title: story.title, story_id: story.id, reader_id: story.readerId })), ...after.map(frameRow)]
    const keys = keysFor(items.length)
    for (const [at, item] of items.entries()) {
      await tx
        .insertInto('newsroom_rundown_item')
        .values({ tenant_id: tenantId, id: newId<'rundown-item'>(), rundown_id: id, order_key: keys[at] ?? '', ...item, added_by: createdBy, changed_by: createdBy, changed_at: now })
        .execute()
    }
    placed.push(...stories.map((story) => story.id))
  }
  await markPlaced(tx, tenantId, placed)
  return { made, stories: placed.length }
}

function frameRow({ kind, title, plannedMs, filmMs, fixedStartMs, cuttable, floated }: FrameItem) {
  return { kind, title, planned_ms: plannedMs, film_ms: filmMs, fixed_start_ms: fixedStartMs, cuttable, floated }
}

interface Meant {
  readonly id: StoryId
  readonly title: string
  readonly readerId: PersonId | null
}

/** Stories meant for a slot on a day and not in a rundown of that day; those for the programme without a slot go to whichever is made first. */
async function storiesMeant(read: Reader, tenantId: TenantId, programmeId: string, slotId: string, date: CalendarDate): Promise<Meant[]> {
  const rows = await read
    .selectFrom('newsroom_story as s')
    .where('s.tenant_id', '=', tenantId)
    .where('s.slot_date', '=', date)
    .where('s.programme_id', '=', programmeId)
    .where((one) => one.or([one('s.slot_id', '=', slotId), one('s.slot_id', 'is', null)]))
    .where((one) =>
      one.not(
        one.exists(
          one
            .selectFrom('newsroom_rundown_item as i')
            .innerJoin('newsroom_rundown as r', (join) => join.on('r.tenant_id', '=', tenantId).onRef('r.id', '=', 'i.rundown_id'))
            .where('i.tenant_id', '=', tenantId)
            .whereRef('i.story_id', '=', 's.id')
            .where('r.on_date', '=', date)
            .select('i.id'),
        ),
      ),
    )
    .select(['s.id', 's.title', 's.reader_id'])
    .orderBy('s.created_at')
    .orderBy('s.id')
    .execute()
  return rows.map((row) => ({ id: row.id as StoryId, title: row.title, readerId: row.reader_id as PersonId | null }))
}
