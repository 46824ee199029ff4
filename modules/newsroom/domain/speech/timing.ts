import { add, compare, div, mul, rational, whole, zero, type Rational } from '#kernel/rational.ts'
import type { BlockKind } from '../story/block.ts'
import type { PauseTable } from './pauses.ts'
import { pauseSeconds } from './pauses.ts'
import type { Piece } from './speak.ts'

/** Kinds of block whose words are read out. What nobody has classified yet counts as read, so that no script seems shorter than it is. */
export const readKinds = ['greeting', 'lead_in', 'voice_over', 'question', 'closing', 'unclassified'] as const satisfies readonly BlockKind[]
export type ReadKind = (typeof readKinds)[number]

/**
 * Syllables a minute where nothing is known of the reader: 233, counted over 106 news items with sound of the national radio (VOV), 29,444 syllables in
 * all, so with the stops between phrases and sentences in it.
 */
export const usualRate: Rational = whole(233)

/** Syllables a minute of one reader, by kind of block; kinds left out take the reader's voice-over rate, then the usual one. */
export type ReaderRates = Partial<Readonly<Record<ReadKind, Rational>>>

/** The rate (tốc độ đọc) of a reader for a kind of block, in syllables a minute. */
export function rateOf(rates: ReaderRates, kind: ReadKind): Rational {
  return rates[kind] ?? rates.voice_over ?? usualRate
}

/** What a text takes to read, exact. `seconds` is speech and pauses together. */
export interface ReadingTime {
  readonly syllables: number
  readonly speech: Rational
  readonly pauses: Rational
  readonly seconds: Rational
}

/** Seconds to read a text: its spoken syllables × 60 / rate, and the pauses. `rate` is syllables a minute; RangeError when it is not above zero. */
export function readingTime(pieces: readonly Piece[], rate: Rational, table: PauseTable): ReadingTime {
  if (compare(rate, zero) <= 0) throw new RangeError('a rate above zero')
  const syllables = pieces.reduce((sum, piece) => sum + piece.syllables, 0)
  const speech = div(mul(whole(syllables), whole(60)), rate)
  const pauses = pauseSeconds(pieces, table)
  return { syllables, speech, pauses, seconds: add(speech, pauses) }
}

/** Seconds of a soundbite (phát biểu): media out − in, in milliseconds from its start, never its text; null until both stand in order. */
export function mediaSeconds(inMs: number | null, outMs: number | null): Rational | null {
  return inMs === null || outMs === null || outMs < inMs ? null : rational(outMs - inMs, 1000)
}

/** A block as far as its time goes; each kind of block has these where it has them at all. */
export interface TimedBlock {
  readonly kind: BlockKind
  readonly text?: string
  readonly inMs?: number | null
  readonly outMs?: number | null
}

/**
 * Estimated seconds of a block: read aloud, or of its media; zero for what is shown and not read (super, graphic, presenter's note, film start), null for a
 * soundbite without its marks. `said` makes the pieces of a text.
 */
export function blockSeconds(block: TimedBlock, said: (text: string) => readonly Piece[], rates: ReaderRates, table: PauseTable): Rational | null {
  if (block.kind === 'soundbite') return mediaSeconds(block.inMs ?? null, block.outMs ?? null)
  const kind = readKinds.find((one) => one === block.kind)
  return kind === undefined ? zero : readingTime(said(block.text ?? ''), rateOf(rates, kind), table).seconds
}
