import { daysBetween, lastOfMonth, type CalendarDate } from '#kernel/calendar-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { CompiledRulebook, Field } from './rulebook/compiled-rulebook.ts'
import { previewTotal } from './scoring/preview-total.ts'
import type { InputProblem } from './scoring/types.ts'
import { monthsOf, periodCode, type Period } from './period.ts'

/** A stretch of leave that article 11 takes into account; both days included. */
export interface Leave {
  readonly kind: keyof typeof leaveNames
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** What the organisation knows of somebody in a period. */
export interface ServiceRecord {
  readonly leaves: readonly Leave[]
  /** First day of service in the posts known here; null when unknown. */
  readonly since: CalendarDate | null
}

export type Facts = Readonly<Record<string, unknown>>

function daysWithin(leave: { from: CalendarDate; to: CalendarDate }, from: CalendarDate, to: CalendarDate): number {
  const first = leave.from > from ? leave.from : from
  const last = leave.to < to ? leave.to : to
  return last < first ? 0 : daysBetween(first, last) + 1
}

/** Whether more than half of a month was worked: leave and the time before joining taken off. Our reading of "tháng làm việc". */
export function workedMonth(month: CalendarDate, record: ServiceRecord): boolean {
  const last = lastOfMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))
  const days = daysBetween(month, last) + 1
  const before = record.since === null || record.since <= month ? 0 : Math.min(days, daysBetween(month, record.since))
  const away = record.leaves.reduce((sum, leave) => sum + daysWithin(leave, month, last), before)
  return away * 2 <= days
}

/**
 * Facts that follow from posts and absences (article 11), by the names the rulebook asks for; others are left to the
 * personnel body. A name the rulebook does not know is not given.
 */
export function derivedFacts(rulebook: CompiledRulebook, period: Period, record: ServiceRecord, isHead: boolean): Facts {
  const overlapping = record.leaves.filter((leave) => daysWithin(leave, period.from, period.to) > 0)
  const facts: Record<string, unknown> = { period: periodCode(period), isHead }
  if (period.kind === 'year') facts['monthsWorked'] = monthsOf(period).filter((month) => workedMonth(month, record)).length
  if (overlapping.some((leave) => leave.kind === 'maternity')) facts['maternity'] = true
  if (overlapping.some((leave) => leave.kind === 'sick_leave')) {
    facts['sickLeave'] = true
    facts['sick'] = true
  }
  const known = new Set(rulebook.facts.map((fact) => fact.id))
  return Object.fromEntries(Object.entries(facts).filter(([name]) => known.has(name)))
}

/** Facts for scoring: derived ones, over them the stored ones set by hand. */
export function mergedFacts(derived: Facts, byHand: Facts): Facts {
  return { ...derived, ...byHand }
}

/** Refuses `evaluation.participant.bad-fact` when a fact does not fit the rulebook. */
export function checkFacts(rulebook: CompiledRulebook, group: string, facts: Facts): void {
  const problems = factProblems(rulebook, group, facts)
  if (problems.length > 0) throw new Refusal('evaluation.participant.bad-fact', { problems })
}

function factProblems(rulebook: CompiledRulebook, group: string, facts: Facts): InputProblem[] {
  return previewTotal(rulebook, { group, facts }).problems.filter((problem) => problem.path.startsWith('facts'))
}

/** The fact that bounds a head by the organisation (article 20.6), when the rulebook knows one. */
export function organisationLevelFact(rulebook: CompiledRulebook): Field | undefined {
  return rulebook.facts.find((fact) => fact.id === 'organisationLevel')
}

/** Why somebody in the scope is not scored when no group of the rulebook takes their post: it rates others. */
export const noGroupReason = 'Ngoài các nhóm đối tượng của bộ quy định'

const leaveNames = { maternity: 'Nghỉ thai sản', sick_leave: 'Nghỉ ốm', unpaid_leave: 'Nghỉ không hưởng lương' } as const

/**
 * Why somebody is not scored for a month or quarter: on leave for most of each of its months. Empty when scored. A year is
 * rated on the time worked (article 11.2), so nobody is left out of it here.
 */
export function awayReason(period: Period, record: ServiceRecord): string {
  if (period.kind === 'year' || record.leaves.length === 0) return ''
  const months = monthsOf(period)
  if (months.some((month) => workedMonth(month, record))) return ''
  const kinds = [...new Set(record.leaves.filter((leave) => daysWithin(leave, period.from, period.to) > 0).map((leave) => leaveNames[leave.kind]))]
  return kinds.length === 0 ? '' : `${kinds.join(', ')} trong kỳ`
}
