import { addDays, calendarDate, compareDates, lastOfMonth, type CalendarDate } from '#kernel/calendar-date.ts'

/** Where the count begins: at the day itself, or at the end of its year, as archives count (từ năm công việc kết thúc). */
export const countings = ['day', 'year_end'] as const
export type Counting = (typeof countings)[number]

/** How records of a class end. */
export const endings = ['proposal', 'with', 'automatic', 'never', 'outside'] as const
export type Ending = (typeof endings)[number]

/** How a text is known. */
export const confidences = ['text', 'secondary', 'unverified'] as const
export type Confidence = (typeof confidences)[number]

/** A shortest period that a text asks for, from a day on. */
export interface Minimum {
  readonly months: number
  readonly from: CalendarDate
}

/** What the register says of a class's time. */
export interface RetentionTerms {
  readonly countedFrom: Counting
  readonly minimums: readonly Minimum[]
  /** What the program's own work needs, whatever the committee sets. */
  readonly ownNeed: number | null
  /** Taken while the committee has set nothing. */
  readonly unlessSet: number | null
}

/** A period the committee set; `months` null keeps for ever. In the order they were set. */
export interface SetPeriod {
  readonly months: number | null
  readonly from: CalendarDate
}

/** The shortest period the law of a day and the program's own work ask for, in months; 0 where nothing does. */
function leastOn(terms: RetentionTerms, day: CalendarDate): number {
  const law = terms.minimums.filter((minimum) => compareDates(minimum.from, day) <= 0).sort((a, b) => compareDates(a.from, b.from)).at(-1)
  return Math.max(terms.ownNeed ?? 0, law?.months ?? 0)
}

/** The shortest period somebody may set to hold from `from` on, in months: also for laws already known that begin later. */
export function shortestPeriod(terms: RetentionTerms, from: CalendarDate): number {
  return Math.max(leastOn(terms, from), ...terms.minimums.filter((minimum) => compareDates(minimum.from, from) > 0).map((minimum) => minimum.months))
}

/** Where a period in force comes from. */
export type PeriodSource = 'committee' | 'shipped' | 'minimum'

/**
 * The period (thời hạn lưu) in force on a day: the newest the committee set for a day not later, else the shipped one;
 * never shorter than what the law of that day or the program's own work asks for. Null: nobody has set one, or it is
 * for ever, and nothing is proposed.
 */
export function periodInForce(terms: RetentionTerms, set: readonly SetPeriod[], on: CalendarDate): { readonly months: number | null; readonly source: PeriodSource } | null {
  let chosen: SetPeriod | undefined
  for (const period of set) {
    if (compareDates(period.from, on) <= 0 && (chosen === undefined || compareDates(period.from, chosen.from) >= 0)) chosen = period
  }
  if (chosen === undefined && terms.unlessSet === null) return null
  if (chosen?.months === null) return { months: null, source: 'committee' }
  const wanted = chosen?.months ?? terms.unlessSet ?? 0
  const least = leastOn(terms, on)
  if (least > wanted) return { months: least, source: 'minimum' }
  return { months: wanted, source: chosen === undefined ? 'shipped' : 'committee' }
}

/** The day `months` earlier, the last of its month where the day is missing. */
export function monthsEarlier(day: CalendarDate, months: number): CalendarDate {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months
  const last = lastOfMonth(Math.floor(at / 12), (at % 12) + 1)
  const wanted = `${last.slice(0, 8)}${day.slice(8, 10)}`
  return wanted > last ? last : calendarDate(wanted)
}

/** What ended before the answered day is past a period of `months` on `today`. */
export function endedBefore(today: CalendarDate, months: number, countedFrom: Counting): CalendarDate {
  const day = monthsEarlier(today, months)
  if (countedFrom === 'day') return day
  const year = Number(day.slice(0, 4))
  // A year counts as over only after its last day.
  const followsYearEnd = addDays(day, 1).slice(5) === '01-01'
  return calendarDate(`${String(followsYearEnd ? year + 1 : year)}-01-01`)
}
