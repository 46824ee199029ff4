import type { ReceivedOf } from '#platform/contract/route.ts'
import { showClock } from '../../domain/desk/slot.ts'
import type { planningRoutes } from '../../contract/planning-routes.ts'
import type { Booking } from '../../domain/planning/clashes.ts'

/** A week as it is received. */
export type Week = ReceivedOf<typeof planningRoutes.getWeek>
/** An assignment as it is received. */
export type Assignment = Week['items'][number]
/** A unit one plans for. */
export type PlannedUnit = Week['plansFor'][number]

/** What an assignment takes up. */
export function bookingOf({ writer, filmer, ...taken }: Assignment): Booking {
  return { ...taken, people: [...new Set([writer.id, ...(filmer === null ? [] : [filmer.id])])] }
}

/** When it is, `08:00 – 11:00`; null for the whole day. */
export function timesOf({ startMinute, endMinute }: Pick<Assignment, 'startMinute' | 'endMinute'>): readonly [string, string] | null {
  return startMinute === null || endMinute === null ? null : [showClock(startMinute), showClock(endMinute)]
}
