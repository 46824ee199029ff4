import { addDays, calendarDate, weekday, type CalendarDate } from '#kernel/calendar-date.ts'
import type { Period } from '../../domain/period.ts'
import type { ProcedureStep } from '../../domain/rulebook/compiled-rulebook.ts'

/** Last days for self-scoring, the superior's scoring and the decision. */
export interface Due {
  readonly self: CalendarDate
  readonly superior: CalendarDate
  readonly decide: CalendarDate
}

/** Days for each step where the rulebook names no date: our suggestion, changed freely in the form. */
const stepDays = { self: 3, superior: 7, decide: 12 } as const
const yearStepDays = { self: 14, superior: 7 } as const

function notBeforeWeekday(date: CalendarDate): CalendarDate {
  const day = weekday(date)
  return day <= 5 ? date : addDays(date, 8 - day)
}

function notAfterWeekday(date: CalendarDate): CalendarDate {
  const day = weekday(date)
  return day <= 5 ? date : addDays(date, 5 - day)
}

/** The last day on which a yearly rating may be decided ("before 15 December", article 19.2), when the rulebook names one. */
export function yearlyLastDay(year: number, procedure: readonly ProcedureStep[]): CalendarDate | undefined {
  const before = procedure.find((step) => step.cycle === 'year' && step.deadline?.before != null)?.deadline?.before
  return before == null ? undefined : addDays(calendarDate(`${year}-${before}`), -1)
}

/**
 * Deadlines to start from: a year ends on the rulebook's own date and runs backwards from it; a month or quarter starts
 * when it ends. Never before today and never on a weekend; holidays are for the officer to see to.
 */
export function suggestedDue(period: Period, procedure: readonly ProcedureStep[], today: CalendarDate): Due {
  const last = period.kind === 'year' ? yearlyLastDay(Number(period.from.slice(0, 4)), procedure) : undefined
  if (last !== undefined) {
    const decide = notAfterWeekday(last)
    const self = notAfterWeekday(addDays(decide, -yearStepDays.self))
    if (self >= today) return { self, superior: notAfterWeekday(addDays(decide, -yearStepDays.superior)), decide }
  }
  const start = last === undefined && period.to > today ? period.to : today
  return {
    self: notBeforeWeekday(addDays(start, stepDays.self)),
    superior: notBeforeWeekday(addDays(start, stepDays.superior)),
    decide: notBeforeWeekday(addDays(start, stepDays.decide)),
  }
}
