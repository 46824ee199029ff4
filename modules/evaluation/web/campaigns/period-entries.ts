import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PeriodKind } from '../../domain/campaign.ts'

/** A period as it is chosen: month 1–12, quarter 1–4, year 1. */
export interface PeriodEntries {
  readonly kind: PeriodKind
  readonly year: number
  readonly number: number
}

/** The month that is being or has just been scored: the present one from the 20th on, the last one before. */
export function usualPeriod(today: CalendarDate): PeriodEntries {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  if (day >= 20) return { kind: 'month', year, number: month }
  return month === 1 ? { kind: 'month', year: year - 1, number: 12 } : { kind: 'month', year, number: month - 1 }
}

/** The number of the period that holds the same time, in another kind: October lies in quarter IV. */
export function numberIn(kind: PeriodKind, from: PeriodEntries): number {
  const month = from.kind === 'month' ? from.number : from.kind === 'quarter' ? from.number * 3 : 12
  return kind === 'month' ? month : kind === 'quarter' ? Math.ceil(month / 3) : 1
}
