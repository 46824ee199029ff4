import { calendarDate, type CalendarDate } from '#kernel/calendar-date.ts'
import { add, compare, rational, zero, type Rational } from '#kernel/rational.ts'
import { ruleOn } from '../dated-rule.ts'
import type { Piece } from './speak.ts'

/** Where a reader may stop. */
export const pauseMarks = ['comma', 'semicolon', 'colon', 'dash', 'ellipsis', 'full_stop', 'question', 'exclamation', 'paragraph'] as const
export type PauseMark = (typeof pauseMarks)[number]

/** Seconds of silence at each mark, from a day on. */
export interface PauseTable {
  readonly from: CalendarDate
  readonly source: string
  readonly seconds: Readonly<Record<PauseMark, Rational>>
}

/**
 * Ours, no rule of anybody: the usual rates are counted over whole bulletins, so the stops at commas and full stops are in them already; only a new
 * paragraph takes half a second more. A station whose rates are counted without stops puts its own table.
 */
export const defaultPauses: readonly PauseTable[] = [
  {
    from: calendarDate('1800-01-01'),
    source: 'ours',
    seconds: { comma: zero, semicolon: zero, colon: zero, dash: zero, ellipsis: zero, full_stop: zero, question: zero, exclamation: zero, paragraph: rational(1, 2) },
  },
]

const signs = { comma: /,/, semicolon: /;/, colon: /:/, dash: /[-–—]/, ellipsis: /…|\.\.\./, full_stop: /\./, question: /\?/, exclamation: /!/, paragraph: /\n/ } as const satisfies Record<PauseMark, RegExp>

/** The table in force on a day: the latest that began by then. Throws RangeError when none had. */
export function pausesOn(tables: readonly PauseTable[], day: CalendarDate): PauseTable {
  const table = ruleOn(tables, day)
  if (table === undefined) throw new RangeError(`no pauses on ${day}`)
  return table
}

/** Marks that take time in a table, the longest first. */
function takingTime({ seconds }: PauseTable): PauseMark[] {
  return pauseMarks.filter((mark) => compare(seconds[mark], zero) > 0).sort((a, b) => compare(seconds[b], seconds[a]))
}

/** Seconds of the stops between the words of a text: at each place the longest of its marks once, none before the first and after the last word. */
export function pauseSeconds(pieces: readonly Piece[], table: PauseTable): Rational {
  const marks = takingTime(table)
  let sum = zero
  let between: string | null = null
  for (const piece of pieces) {
    if (piece.spoken === '') {
      if (between !== null) between += piece.written
      continue
    }
    const longest = between === null || between === ' ' ? undefined : marks.find((mark) => signs[mark].test(between ?? ''))
    if (longest !== undefined) sum = add(sum, table.seconds[longest])
    between = ''
  }
  return sum
}
