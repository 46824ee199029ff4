import { parseVietnameseDate, type CalendarDate } from '#kernel/calendar-date.ts'

/** Reads a typed date: `31/12/2026`, `1-7-2026` or the eight digits `31122026`; undefined when it is no real day. */
export function readTypedDate(typed: string): CalendarDate | undefined {
  const digits = /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(typed)
  return parseVietnameseDate(digits ? `${digits[1]}/${digits[2]}/${digits[3]}` : typed)
}
