import { firstOfMonth, type CalendarDate } from '#kernel/calendar-date.ts'
import type { ChartPoint } from '#ui/chart-scale.ts'

interface MonthScore {
  readonly month: string
  readonly total: string
}

/** Twelve months that end with a month; the first day of each, oldest first. */
export function twelveMonthsTo(last: CalendarDate): CalendarDate[] {
  const end = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7)) - 1
  return Array.from({ length: 12 }, (_, at) => {
    const month = end - 11 + at
    return firstOfMonth(Math.floor(month / 12), (month % 12) + 1)
  })
}

/** The month the newest window ends with: this one, or a later one that already has a score. */
export function newestMonth(scores: readonly MonthScore[], today: CalendarDate): CalendarDate {
  const now = firstOfMonth(Number(today.slice(0, 4)), Number(today.slice(5, 7)))
  return scores.reduce((latest, { month }) => (month > latest ? (month as CalendarDate) : latest), now)
}

/** Points for a chart of these months; a month without a score is a gap, never a value. */
export function chartPoints(scores: readonly MonthScore[], months: readonly CalendarDate[]): ChartPoint[] {
  const totals = new Map(scores.map(({ month, total }) => [month, total]))
  return months.map((month) => ({ label: `${Number(month.slice(5, 7))}/${month.slice(2, 4)}`, value: totals.get(month) ?? null }))
}
