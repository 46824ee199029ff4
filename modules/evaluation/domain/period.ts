import { firstOfMonth, lastOfMonth, type CalendarDate } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import type { PeriodKind } from './campaign.ts'

/** The stretch of time a campaign scores (kỳ theo dõi, đánh giá). */
export interface Period {
  readonly kind: PeriodKind
  readonly from: CalendarDate
  readonly to: CalendarDate
}

const roman = ['I', 'II', 'III', 'IV'] as const
const months = { month: 1, quarter: 3, year: 12 } as const
const english = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const

/** The period by its number in the year: month 1–12, quarter 1–4, year 1. Refuses a number the year does not have. */
export function periodOf(kind: PeriodKind, year: number, number: number): Period {
  const length = months[kind]
  const first = (number - 1) * length + 1
  if (first + length - 1 > 12) refuse('evaluation.campaign.period-unsupported', { kind, number })
  return { kind, from: firstOfMonth(year, first), to: lastOfMonth(year, first + length - 1) }
}

function numberOf(period: Period): number {
  return (Number(period.from.slice(5, 7)) - 1) / months[period.kind] + 1
}

/** "Quý III năm 2026", and the same in English. */
export function periodLabel(period: Period): { vi: string; en: string } {
  const year = period.from.slice(0, 4)
  const number = numberOf(period)
  switch (period.kind) {
    case 'month':
      return { vi: `Tháng ${number} năm ${year}`, en: `${english[number - 1] ?? ''} ${year}` }
    case 'quarter':
      return { vi: `Quý ${roman[number - 1] ?? ''} năm ${year}`, en: `Quarter ${roman[number - 1] ?? ''} of ${year}` }
    case 'year':
      return { vi: `Năm ${year}`, en: `Year ${year}` }
  }
}

/** The period as rulebooks write it: 2026-10, 2026-Q4, 2026. */
export function periodCode(period: Period): string {
  const year = period.from.slice(0, 4)
  switch (period.kind) {
    case 'month':
      return period.from.slice(0, 7)
    case 'quarter':
      return `${year}-Q${numberOf(period)}`
    case 'year':
      return year
  }
}

/** First days of the months of the period, in order. */
export function monthsOf(period: Period): CalendarDate[] {
  const year = Number(period.from.slice(0, 4))
  const first = Number(period.from.slice(5, 7))
  return Array.from({ length: months[period.kind] }, (_, at) => firstOfMonth(year, first + at))
}

/**
 * The day posts are read on: the last day of the period, or the day itself while the period still runs. Somebody who
 * moved within the period is scored where the move led (article 19.1).
 */
export function postsDay(period: Period, today: CalendarDate): CalendarDate {
  return period.to < today ? period.to : today
}
