import { addDays, weekday, type CalendarDate } from './calendar-date.ts'

/** Days off and make-up days by decision, chosen by date: the Vietnamese holiday calendar is dated data. */
export interface WorkCalendar {
  /** Public holidays and days off in lieu (nghỉ lễ, nghỉ bù). */
  readonly holidays: ReadonlySet<string>
  /** Weekend days worked by decision (làm bù). */
  readonly madeUp: ReadonlySet<string>
  /** Last day the calendar knows of; beyond it only weekends are excluded. */
  readonly knownUntil: CalendarDate
}

/** Whether offices work on that day. */
export function isWorkingDay(date: CalendarDate, calendar: WorkCalendar): boolean {
  if (calendar.madeUp.has(date)) return true
  return weekday(date) <= 5 && !calendar.holidays.has(date)
}

/**
 * The last day of a term of `count` working days (thời hạn … ngày làm việc) that begins on the day after `from`,
 * as Civil Code 2015, articles 147–148, counts terms: the first day is not counted.
 */
export function addWorkingDays(from: CalendarDate, count: number, calendar: WorkCalendar): CalendarDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`working days must be a whole number ≥ 0, got ${count}`)
  let date = from
  let left = count
  while (left > 0) {
    date = addDays(date, 1)
    if (isWorkingDay(date, calendar)) left -= 1
  }
  return date
}

/** Working days from today until the last day of a term; negative when it has passed. */
export function workingDaysLeft(today: CalendarDate, until: CalendarDate, calendar: WorkCalendar): number {
  const [from, to, sign] = until >= today ? [today, until, 1] : [until, today, -1]
  let days = 0
  for (let date = from; date < to; ) {
    date = addDays(date, 1)
    if (isWorkingDay(date, calendar)) days += 1
  }
  return days * sign
}
