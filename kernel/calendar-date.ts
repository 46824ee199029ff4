declare const brand: unique symbol

/** A day of the Gregorian calendar as `YYYY-MM-DD`, without time or zone. Text order is date order. */
export type CalendarDate = string & { readonly [brand]: 'calendar-date' }

const iso = /^(\d{4})-(\d{2})-(\d{2})$/
const vietnamese = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/
const dayMs = 86_400_000

function fromParts(year: number, month: number, day: number): CalendarDate | undefined {
  if (year < 1800 || year > 2999) return undefined
  const stamp = new Date(Date.UTC(year, month - 1, day))
  if (stamp.getUTCFullYear() !== year || stamp.getUTCMonth() !== month - 1 || stamp.getUTCDate() !== day) return undefined
  return stamp.toISOString().slice(0, 10) as CalendarDate
}

/** Parses `YYYY-MM-DD`; undefined when it is not a real day between 1800 and 2999. */
export function parseIsoDate(text: string): CalendarDate | undefined {
  const parts = iso.exec(text)
  return parts ? fromParts(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined
}

/** Parses `dd/MM/yyyy` as Vietnamese offices write it (also `-` and `.`); undefined when it is not a real day. */
export function parseVietnameseDate(text: string): CalendarDate | undefined {
  const parts = vietnamese.exec(text)
  return parts ? fromParts(Number(parts[3]), Number(parts[2]), Number(parts[1])) : undefined
}

/** A date known to be good; throws RangeError otherwise. For literals and values already parsed. */
export function calendarDate(text: string): CalendarDate {
  const date = parseIsoDate(text)
  if (date === undefined) throw new RangeError(`not a calendar date: ${text}`)
  return date
}

/** `2026-12-31` → `31/12/2026`. */
export function formatVietnameseDate(date: CalendarDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/** `2027-01-05` → `05 tháng 01 năm 2027`: a day below ten and the months 1 and 2 take a nought (NĐ 30/2020, Appendix I). */
export function dayInWords(date: CalendarDate): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${day} tháng ${Number(month) < 3 ? month : String(Number(month))} năm ${year}`
}

function toDays(date: CalendarDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / dayMs
}

/** The date `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date((toDays(date) + days) * dayMs).toISOString().slice(0, 10) as CalendarDate
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDays(to) - toDays(from)
}

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export function weekday(date: CalendarDate): number {
  return new Date(toDays(date) * dayMs).getUTCDay() || 7
}

/** Negative, zero or positive, for sorting. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** First day of the month, `month` 1–12. */
export function firstOfMonth(year: number, month: number): CalendarDate {
  return calendarDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`)
}

/** Last day of the month, `month` 1–12. */
export function lastOfMonth(year: number, month: number): CalendarDate {
  return month === 12 ? calendarDate(`${year}-12-31`) : addDays(firstOfMonth(year, month + 1), -1)
}

/** The day a moment falls on in Vietnam (UTC+7 all year, no daylight saving since 1975). */
export function vietnameseDay(moment: Date): CalendarDate {
  return new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) as CalendarDate
}

/** The moment a day begins in Vietnam: {@link vietnameseDay} of it and of all until the next one is that day. */
export function midnight(day: CalendarDate): Date {
  return new Date(`${day}T00:00:00+07:00`)
}
