import { addDays, calendarDate, firstOfMonth, lastOfMonth, type CalendarDate } from '#kernel/calendar-date.ts'
import { ruleOn } from '../dated-rule.ts'
import type { LegalSource } from './legal-source.ts'

/** How long what aired has to be kept unchanged, from a day on. */
export interface RetentionRule extends LegalSource {
  readonly from: CalendarDate
  readonly months: number
  /** Counted from the first airing, or from each one. */
  readonly countedFrom: 'first' | 'each'
}

/**
 * Thời hạn lưu tin, bài đã phát. Decree 08/2017, Art. 7(1), speaks of works in electronic deposit: six months from the first airing. What
 * Law 126/2025/QH15 asks of a station was not found, so the longer reading is carried on: six months from every airing.
 */
export const retentionRules: readonly RetentionRule[] = [
  { from: calendarDate('2017-03-30'), months: 6, countedFrom: 'first', text: 'Nghị định 08/2017/NĐ-CP, Điều 7 khoản 1: 6 tháng kể từ ngày phát sóng lần đầu', confidence: 'secondary' },
  { from: calendarDate('2026-07-01'), months: 6, countedFrom: 'each', text: 'Luật 126/2025/QH15: chưa xác minh thời hạn; tạm giữ 6 tháng kể từ lần phát sau cùng', confidence: 'unverified' },
]

/** Until when a story is kept, and by which rule. */
export interface Kept extends LegalSource {
  /** The last day it has to be there. */
  readonly until: CalendarDate
}

/** The same day so many months later, or the last of that month where it has no such day. */
function addMonths(day: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const count = year * 12 + month - 1 + months
  const first = firstOfMonth(Math.floor(count / 12), (count % 12) + 1)
  const last = lastOfMonth(Math.floor(count / 12), (count % 12) + 1)
  const wanted = addDays(first, date - 1)
  return wanted < last ? wanted : last
}

/** Until when a story that aired on these days is kept, each airing by the rule of its day; null where no rule of those days asks for it. */
export function keptUntil(days: readonly CalendarDate[], rules = retentionRules): Kept | null {
  const sorted = [...days].sort()
  return sorted.reduce<Kept | null>((longest, day, index) => {
    const rule = ruleOn(rules, day)
    if (rule === undefined || (rule.countedFrom === 'first' && index > 0)) return longest
    const until = addMonths(day, rule.months)
    return longest === null || until > longest.until ? { until, text: rule.text, confidence: rule.confidence } : longest
  }, null)
}
