import { addWorkingDays, type WorkCalendar } from '#kernel/working-days.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { defaultFilingDays, filingSetting } from './petition.ts'
import type { CampaignStatus } from './campaign.ts'
import type { ParticipantStatus } from './participant.ts'
import type { RaterColumn, Standing } from './policy.ts'

/** Campaign setting: working days in which the person scored may respond to the superior's points before the decision. */
export const responseSetting = 'procedure.responseDays'

/** No document sets the time; three working days are our default, 0 closes the superior's points until publication. */
export const defaultResponseDays = 3

/** Settings of our own procedure that count working days, with what they may be. */
export const daySettings = {
  [filingSetting]: { least: 1, most: 60, usual: defaultFilingDays },
  [responseSetting]: { least: 0, most: 30, usual: defaultResponseDays },
} as const

/** How many working days a campaign gives for a response; 0 = none is asked for. */
export function responseDays(settings: Readonly<Record<string, unknown>>): number {
  const days = settings[responseSetting]
  return typeof days === 'number' ? days : defaultResponseDays
}

/** Last day for a response to points sent on that day; null when the campaign asks for none. */
export function respondUntil(sentOn: CalendarDate, settings: Readonly<Record<string, unknown>>, calendar: WorkCalendar): CalendarDate | null {
  const days = responseDays(settings)
  return days === 0 ? null : addWorkingDays(sentOn, days, calendar)
}

const beforeDecision: readonly ParticipantStatus[] = ['scored', 'compiled']
const running: readonly CampaignStatus[] = ['scoring', 'compiling', 'deciding']

/** Whether the file lies between the superior's points and the decision. */
export function awaitsDecision(file: { readonly status: ParticipantStatus; readonly excludedReason: string }, campaign: CampaignStatus): boolean {
  return file.excludedReason === '' && beforeDecision.includes(file.status) && running.includes(campaign)
}

/** Whether the person scored sees the superior's points before publication, to respond to them: once sent on, never earlier. */
export function seesPointsEarly(standing: Standing, column: RaterColumn, submitted: boolean, file: { readonly status: ParticipantStatus; readonly excludedReason: string }, settings: Readonly<Record<string, unknown>>): boolean {
  return standing.subject && column === 'superior' && submitted && file.excludedReason === '' && responseDays(settings) > 0 && (beforeDecision.includes(file.status) || file.status === 'decided')
}
