import { holdsOver } from '#kernel/actor.ts'
import { addDays, daysBetween, type CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { command } from '#platform/http/handler.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { inUseOn } from '../../domain/desk/heading.ts'
import { slotRunsOn } from '../../domain/desk/slot.ts'
import { keysFor } from '../../domain/rundown/order-key.ts'
import { readHeadings, readSlots } from '../desk/heading-rows.ts'
import { markPlaced } from '../stories/air-state.ts'
import type { StoryId } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { lastFrame, type FrameItem } from './last-frame.ts'
import { mostDays } from './list-rundowns.ts'
import { personOf } from './rundown-row.ts'

/** Rundowns of the programmes' slots that are not there yet: the frame of the last one, and in it the stories meant for the day. Done twice it makes nothing more. */
export const openRundowns = command(rundownRoutes.openRundowns, async ({ body: { from, to }, actor, read, tx, now, today, newId, record }) => {
  const createdBy = personOf(actor)
  const days = daysBetween(from, to)
  if (days < 0 || days >= mostDays) refuse('newsroom.rundown.too-many-days', { days: mostDays })
  const units = await unitsOfDay(read, actor, today)
  const programmes = new Map((await readHeadings(read, actor.tenantId)).filter((each) => each.kind === 'programme' && holdsOver(actor, 'newsroom:rundown', units.lineageOf(each.unitId))).map((each) => [each.id, each]))
  const slots = (await readSlots(read, actor.tenantId)).filter((slot) => programmes.has(slot.programmeId))
  let made = 0
  const placed: StoryId[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    for (const slot of slots.filter((each) => slotRunsOn(each, date))) {
      const programme = programmes.get(slot.programmeId)
      if (programme === undefined || !inUseOn(programme, date)) continue
      const id = newId<'rundown'>()
      const startMs = slot.startMinute * 60_000
      const outMs = slot.hardOut ? startMs + slot.plannedSeconds * 1000 : null
      const row = { tenant_id: actor.tenantId, id, unit_id: programme.unitId, programme_id: programme.id, slot_id: slot.id, name: programme.name, on_date: date, start_ms: startMs, out_ms: outMs, created_by: createdBy, created_at: now, changed_at: now }
      const { numInsertedOrUpdatedRows } = await tx.insertInto('newsroom_rundown').values(row).onConflict((conflict) => conflict.doNothing()).executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows === 0n) continue
      made += 1
      const stories = await storiesMeant(read, actor.tenantId, programme.id, slot.id, date)
      const { before, after } = await lastFrame(read, actor.tenantId, slot.id, date)
      const items = [...before.map(frameRow), ...stories.map((story) => ({ kind: 'story', title: story.title, story_id: story.id, reader_id: story.readerId })), ...after.map(frameRow)]
      const keys = keysFor(items.length)
      for (const [at, item] of items.entries()) {
        await tx
          .insertInto('newsroom_rundown_item')
          .values({ tenant_id: actor.tenantId, id: newId<'rundown-item'>(), rundown_id: id, order_key: keys[at] ?? '', ...item, added_by: createdBy, changed_by: createdBy, changed_at: now })
          .execute()
      }
      placed.push(...stories.map((story) => story.id))
    }
  }
  await markPlaced(tx, actor.tenantId, placed)
  record({ action: 'newsroom.rundown.opened', subject: { kind: 'rundown', id: '' }, data: { from, to, made, stories: placed.length } })
  return { made }
})

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
