import type { CalendarDate } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import { addWorkingDays, isWorkingDay, type WorkCalendar } from '#kernel/working-days.ts'
import { addDays } from '#kernel/calendar-date.ts'
import type { CompiledRulebook } from './rulebook/compiled-rulebook.ts'

export const petitionStatuses = ['open', 'upheld', 'replaced', 'withdrawn'] as const
export type PetitionStatus = (typeof petitionStatuses)[number]

/** Campaign setting: working days after publication in which a petition may be filed. */
export const filingSetting = 'procedure.petitionFilingDays'

/** The decree sets no filing deadline (article 22); ten working days are our default, changed by the campaign's setting. */
export const defaultFilingDays = 10

/** Article 22: resolved within 7 working days of receipt, unless the rulebook's procedure says otherwise. */
const decreeAnswerDays = 7

/** Working days in which an answer is due. */
export function answerDays(rulebook: CompiledRulebook): number {
  const steps = rulebook.procedure.filter((step) => /petition/.test(step.id))
  for (const step of steps) {
    const days = step.deadline?.workingDays
    if (days !== null && days !== undefined) return days
  }
  return decreeAnswerDays
}

/** Last day on which an answer is due: the day of receipt is not counted. */
export function answerDue(filedOn: CalendarDate, rulebook: CompiledRulebook, calendar: WorkCalendar): CalendarDate {
  return addWorkingDays(filedOn, answerDays(rulebook), calendar)
}

/** Last day on which somebody may petition against a result published on that day. */
export function filingUntil(publishedOn: CalendarDate, settings: Readonly<Record<string, unknown>>, calendar: WorkCalendar): CalendarDate {
  const days = settings[filingSetting]
  return addWorkingDays(publishedOn, typeof days === 'number' ? days : defaultFilingDays, calendar)
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

/** Refuses to answer or withdraw what is no longer open. */
export function requireOpen(status: PetitionStatus): void {
  if (status !== 'open') refuse('evaluation.petition.settled', { status })
}
