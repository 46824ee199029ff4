import { calendarDate, vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import { ruleOn } from '../dated-rule.ts'

/** Within how many hours what aired before it was signed has to be signed, from a day on. */
export interface AirFirstRule {
  readonly from: CalendarDate
  readonly source: string
  readonly hours: number
}

/** Hạn ký sau. Our own default: no law has such a term, but leadership answers for what airs, so it is a day and not a week. */
export const airFirstRules: readonly AirFirstRule[] = [{ from: calendarDate('1800-01-01'), source: 'ours', hours: 24 }]

/** By when a story let on air at this moment has to be signed (phát trước, ký sau), by the rule of that day. Throws RangeError when none was in force. */
export function signingDue(at: Date, rules = airFirstRules): Date {
  const day = vietnameseDay(at)
  const rule = ruleOn(rules, day)
  if (rule === undefined) throw new RangeError(`no rule of signing after airing on ${day}`)
  return new Date(at.getTime() + rule.hours * 3_600_000)
}
