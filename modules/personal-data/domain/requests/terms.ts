import { addDays, type CalendarDate } from '#kernel/calendar-date.ts'
import { addWorkingDays, type WorkCalendar } from '#kernel/working-days.ts'
import type { Confidence } from '../retention.ts'
import type { RequestKind } from './request.ts'

/** Times of one state of the law: when a request is answered, and when what was promised is done. */
export interface RequestTerms {
  readonly from: CalendarDate
  /** Working days to answer with the procedure, or to refuse. */
  readonly answer: { readonly workingDays: number; readonly source: string; readonly confidence: Confidence }
  /** Calendar days from filing to the end of it. */
  readonly complete: { readonly days: Readonly<Record<RequestKind, number>>; readonly source: string; readonly confidence: Confidence }
}

/** Dated data, the newest last: a newer state of the law is a new entry, the old one stays for requests filed under it. */
export const requestTerms: readonly [RequestTerms, ...RequestTerms[]] = [
  {
    from: '2026-01-01' as CalendarDate,
    answer: { workingDays: 2, source: 'Luật số 91/2025/QH15, Nghị định số 356/2025/NĐ-CP', confidence: 'secondary' },
    complete: {
      days: { access: 10, correction: 10, objection: 15, restriction: 15, deletion: 20 },
      source: 'Nghị định số 356/2025/NĐ-CP',
      confidence: 'unverified',
    },
  },
]

/** The terms in force on a day; before the first, the first. */
export function termsOn(day: CalendarDate, all: readonly [RequestTerms, ...RequestTerms[]] = requestTerms): RequestTerms {
  return all.filter((terms) => terms.from <= day).at(-1) ?? all[0]
}

/** Last day to answer a request filed on a day, and last day to have done what it asks. The day of filing is not counted. */
export function dueDays(kind: RequestKind, filedOn: CalendarDate, calendar: WorkCalendar, terms: RequestTerms = termsOn(filedOn)): { answer: CalendarDate; complete: CalendarDate } {
  return { answer: addWorkingDays(filedOn, terms.answer.workingDays, calendar), complete: addDays(filedOn, terms.complete.days[kind]) }
}
