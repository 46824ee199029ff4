import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { inUseOn } from '../../domain/desk/heading.ts'
import { slotRunsOn } from '../../domain/desk/slot.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'
import { seesDesk } from './desk-units.ts'
import { readHeading, readSlot, type HeadingId, type SlotId } from './heading-rows.ts'

/** Where a story is meant to air: a programme, and if known the day and the slot. */
export interface StorySlot {
  readonly programmeId: HeadingId | null
  readonly slotDate: CalendarDate | null
  readonly slotId: SlotId | null
}

/** Refuses a programme, day and slot that do not go together; without a day the programme must be in use today. */
export async function mustGoTogether(read: Reader, actor: Actor, units: UnitsOfDay, { programmeId, slotDate, slotId }: StorySlot, today: CalendarDate): Promise<void> {
  if (programmeId === null) {
    if (slotDate !== null || slotId !== null) refuse('newsroom.desk.no-programme')
    return
  }
  const programme = await readHeading(read, actor.tenantId, programmeId)
  if (programme?.kind !== 'programme' || !seesDesk(actor, units)(programme.unitId) || !inUseOn(programme, slotDate ?? today)) refuse('newsroom.desk.no-programme')
  if (slotId === null) return
  const slot = await readSlot(read, actor.tenantId, slotId)
  if (slotDate === null || slot?.programmeId !== programmeId || !slotRunsOn(slot, slotDate)) refuse('newsroom.desk.no-slot')
}
