import { addDays, calendarDate, type CalendarDate } from '#kernel/calendar-date.ts'
import { addWorkingDays, isWorkingDay, type WorkCalendar } from '#kernel/working-days.ts'
import type { LegalSource } from '../archive/legal-source.ts'
import { ruleOn } from '../dated-rule.ts'

/** Within which term false content has to be corrected, from a day on. */
export interface CorrectionRule extends LegalSource {
  readonly from: CalendarDate
  readonly days: number
  /** Days of the calendar, the last moved off a day off as Civil Code 2015, Art. 148(5), moves it; or working days. */
  readonly unit: 'day' | 'working-day'
}

/**
 * Thời hạn cải chính. Decree 51/2002, Art. 4(1): five days from receipt of the conclusion for radio and television, in the same column. The term under
 * the laws of 2016 and 2025 was not found; five days are carried on until somebody confirms them.
 */
export const correctionRules: readonly CorrectionRule[] = [
  { from: calendarDate('2002-05-11'), days: 5, unit: 'day', text: 'Nghị định 51/2002/NĐ-CP, Điều 4 khoản 1: 5 ngày kể từ ngày nhận được văn bản kết luận, đúng chuyên mục đã phát', confidence: 'secondary' },
  { from: calendarDate('2017-01-01'), days: 5, unit: 'day', text: 'Luật Báo chí 103/2016/QH13, Điều 42; thời hạn tạm theo Nghị định 51/2002/NĐ-CP: 5 ngày', confidence: 'unverified' },
  { from: calendarDate('2026-07-01'), days: 5, unit: 'day', text: 'Luật 126/2025/QH15; thời hạn tạm theo Nghị định 51/2002/NĐ-CP: 5 ngày', confidence: 'unverified' },
]

/** The last day of a term and by which rule. */
export interface CorrectionTerm extends LegalSource {
  readonly due: CalendarDate
}

/** By when a correction has to air, by the rule of the day the conclusion was received; the day of receipt is not counted. Null before there was a rule. */
export function correctionTerm(receivedOn: CalendarDate, calendar: WorkCalendar, rules = correctionRules): CorrectionTerm | null {
  const rule = ruleOn(rules, receivedOn)
  if (rule === undefined) return null
  const { text, confidence } = rule
  if (rule.unit === 'working-day') return { due: addWorkingDays(receivedOn, rule.days, calendar), text, confidence }
  let due = addDays(receivedOn, rule.days)
  while (!isWorkingDay(due, calendar)) due = addDays(due, 1)
  return { due, text, confidence }
}
