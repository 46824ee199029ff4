import { firstOfMonth, lastOfMonth, parseIsoDate, type CalendarDate } from '#kernel/calendar-date.ts'

/** A month as the address writes it, `2026-04`; undefined when it is not one. */
export function readMonth(text: string | undefined): CalendarDate | undefined {
  return text !== undefined && /^\d{4}-\d{2}$/.test(text) ? parseIsoDate(`${text}-01`) : undefined
}

/** The first day of the month a day is in. */
export function monthOf(day: CalendarDate): CalendarDate {
  return firstOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
}

/** The first day of the month `by` months later (earlier when negative). */
export function monthAfter(month: CalendarDate, by: number): CalendarDate {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return firstOfMonth(Math.floor(count / 12), (count % 12) + 1)
}

/** The last day of a month given by its first. */
export function endOfMonth(month: CalendarDate): CalendarDate {
  return lastOfMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))
}

/** `2026-04-01` → `2026-04`, for the address. */
export function writeMonth(month: CalendarDate): string {
  return month.slice(0, 7)
}
