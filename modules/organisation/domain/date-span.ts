import { addDays, type CalendarDate } from '#kernel/calendar-date.ts'

/** Days from the first to the last, both included; `to` null while in force. */
export interface DateSpan {
  readonly from: CalendarDate
  readonly to: CalendarDate | null
}

/** Whether the day falls in the span. */
export function holdsOn(span: DateSpan, date: CalendarDate): boolean {
  return span.from <= date && (span.to === null || date <= span.to)
}

/** Whether the span has at least one day. */
export function isOrdered(span: DateSpan): boolean {
  return span.to === null || span.from <= span.to
}

/** The days two spans share, or undefined. */
export function sharedDays(a: DateSpan, b: DateSpan): DateSpan | undefined {
  const from = a.from > b.from ? a.from : b.from
  const to = earlierEnd(a.to, b.to)
  return to === null || from <= to ? { from, to } : undefined
}

/** Whether every day of `inner` is a day of `outer`. */
export function covers(outer: DateSpan, inner: DateSpan): boolean {
  return outer.from <= inner.from && (outer.to === null || (inner.to !== null && inner.to <= outer.to))
}

/** The earlier of two last days, where null is no end. */
export function earlierEnd(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null) return b
  if (b === null) return a
  return a < b ? a : b
}

/** The first of the days on which more than `most` of the spans hold at once, or undefined. */
export function firstDayAbove(spans: readonly DateSpan[], most: number): CalendarDate | undefined {
  const steps: { day: CalendarDate; by: 1 | -1 }[] = []
  for (const span of spans) {
    steps.push({ day: span.from, by: 1 })
    if (span.to !== null) steps.push({ day: addDays(span.to, 1), by: -1 })
  }
  steps.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.by - b.by))
  let now = 0
  for (const step of steps) {
    now += step.by
    if (now > most) return step.day
  }
  return undefined
}
