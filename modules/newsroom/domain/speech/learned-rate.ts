import { add, compare, div, min, mul, rational, roundTo, sub, whole, zero, type Rational } from '#kernel/rational.ts'
import { usualRate } from './timing.ts'

/** What is known of how fast a reader reads one kind of block: the syllables counted and the seconds they took. */
export interface LearnedRate {
  readonly syllables: Rational
  readonly seconds: Rational
}

/** One block as it went on air (as-run): its syllables, its seconds, and those of them that the pause table gives for stops. */
export interface AiredBlock {
  readonly syllables: number
  readonly seconds: Rational
  readonly pauses: Rational
}

export type Learned = { readonly taken: true; readonly rate: LearnedRate } | { readonly taken: false; readonly because: 'too_short' | 'outlier'; readonly rate: LearnedRate }

/** Ours: a reader starts as eight minutes and a half at the usual rate, and of the past about two hours count. */
const start = 2000
const memory = 30_000
/** Ours: a few words say nothing, and who is off the known rate by more than 40 % was cut, or the clock was. */
const fewest = 30
const tolerance = rational(2, 5)
const millisecond = rational(1, 1000)

/** A reader of whom nothing is known. */
export const unknownReader: LearnedRate = { syllables: whole(start), seconds: div(whole(start * 60), usualRate) }

/** Syllables a minute of what is known. */
export function learnedRate(known: LearnedRate): Rational {
  return div(mul(known.syllables, whole(60)), known.seconds)
}

/**
 * The rate after one more aired block: the running mean of syllables over seconds without the pauses, each block weighing what it holds, older ones fading.
 * A block of fewer than 30 syllables, or off the known rate by more than two fifths, changes nothing.
 */
export function learnRate(known: LearnedRate, aired: AiredBlock): Learned {
  const seconds = sub(aired.seconds, aired.pauses)
  if (aired.syllables < fewest) return { taken: false, because: 'too_short', rate: known }
  if (compare(seconds, zero) <= 0) return { taken: false, because: 'outlier', rate: known }
  const ratio = div(div(whole(aired.syllables * 60), seconds), learnedRate(known))
  if (compare(ratio, sub(whole(1), tolerance)) < 0 || compare(ratio, add(whole(1), tolerance)) > 0) return { taken: false, because: 'outlier', rate: known }
  const kept = min(known.syllables, whole(memory))
  // To the millisecond, or the fraction would grow with every bulletin.
  const past = roundTo(mul(known.seconds, div(kept, known.syllables)), millisecond)
  return { taken: true, rate: { syllables: add(kept, whole(aired.syllables)), seconds: add(past, roundTo(seconds, millisecond)) } }
}
