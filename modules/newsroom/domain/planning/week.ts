import { addDays, weekday, type CalendarDate } from '#kernel/calendar-date.ts'

/** The Monday of a day's week (thứ Hai). */
export function mondayOf(day: CalendarDate): CalendarDate {
  return addDays(day, 1 - weekday(day))
}

/** The seven days of a week, from its Monday. */
export function weekOf(day: CalendarDate): CalendarDate[] {
  const monday = mondayOf(day)
  return Array.from({ length: 7 }, (_, at) => addDays(monday, at))
}
