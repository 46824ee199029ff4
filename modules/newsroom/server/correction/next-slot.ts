import { addDays, vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { slotBegins, slotRunsOn } from '../../domain/desk/slot.ts'
import { readSlots, type HeadingId, type SlotRow } from '../desk/heading-rows.ts'

/** Slots further away than this are no next one: the programme has ended or pauses. */
const farthestDays = 62

/** The next slot of a programme that has not begun yet. */
export async function nextSlot(read: Reader, tenantId: TenantId, programmeId: HeadingId, now: Date): Promise<{ readonly slot: SlotRow; readonly date: CalendarDate } | null> {
  const slots = await readSlots(read, tenantId, programmeId)
  const today = vietnameseDay(now)
  for (let ahead = 0; ahead <= farthestDays; ahead += 1) {
    const date = addDays(today, ahead)
    const slot = slots.find((each) => slotRunsOn(each, date) && slotBegins(each, date) > now)
    if (slot !== undefined) return { slot, date }
  }
  return null
}
