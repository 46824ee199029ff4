import type { CalendarDate } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import { addWorkingDays, type WorkCalendar } from '#kernel/working-days.ts'
import type { CompiledRulebook } from './rulebook/compiled-rulebook.ts'

export const petitionStatuses = ['open', 'upheld', 'replaced', 'withdrawn'] as const
export type PetitionStatus = (typeof petitionStatuses)[number]

/** Campaign setting: working days after publication in which a petition may be filed. */
export const filingSetting = 'procedure.petitionFilingDays'

/** Where the rulebook sets no filing deadline (as article 22 does not), ten working days are our default, changed by the campaign's setting. */
export const defaultFilingDays = 10

/** Article 22: resolved within 7 working days of receipt, unless the rulebook's procedure says otherwise. */
const decreeAnswerDays = 7

type Rules = Pick<CompiledRulebook, 'procedure'>

/** Working days the rulebook gives the petitioner, or those who answer; null where it says nothing. */
function stepDays({ procedure }: Rules, bySubject: boolean): number | null {
  const days = procedure.filter((step) => /petition/.test(step.id) && (step.actor === 'subject') === bySubject).map((step) => step.deadline?.workingDays)
  return days.find((each) => each !== null && each !== undefined) ?? null
}

/** Working days in which an answer is due. */
function answerDays(rulebook: Rules): number {
  return stepDays(rulebook, false) ?? decreeAnswerDays
}

/** Working days after publication in which a petition may be filed, unless the campaign's setting says otherwise. */
export function usualFilingDays(rulebook: Rules): number {
  return stepDays(rulebook, true) ?? defaultFilingDays
}

/** Working days after publication in which a petition may be filed in a campaign. */
export function filingDays(rulebook: Rules, settings: Readonly<Record<string, unknown>>): number {
  const days = settings[filingSetting]
  return typeof days === 'number' ? days : usualFilingDays(rulebook)
}

/** Last day on which an answer is due: the day of receipt is not counted. */
export function answerDue(filedOn: CalendarDate, rulebook: Rules, calendar: WorkCalendar): CalendarDate {
  return addWorkingDays(filedOn, answerDays(rulebook), calendar)
}

/** Last day on which somebody may petition against a result published on that day. */
export function filingUntil(publishedOn: CalendarDate, rulebook: Rules, settings: Readonly<Record<string, unknown>>, calendar: WorkCalendar): CalendarDate {
  return addWorkingDays(publishedOn, filingDays(rulebook, settings), calendar)
}

/** Refuses to answer or withdraw what is no longer open. */
export function requireOpen(status: PetitionStatus): void {
  if (status !== 'open') refuse('evaluation.petition.settled', { status })
}
