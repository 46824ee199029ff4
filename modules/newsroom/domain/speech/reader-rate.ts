import { rational, whole, type Rational } from '#kernel/rational.ts'
import { learnedRate, unknownReader, type LearnedRate } from './learned-rate.ts'
import { readKinds, usualRate, type ReaderRates, type ReadKind } from './timing.ts'

/** What is kept of how fast a reader (người đọc) reads one kind of block. */
export interface KeptRate {
  readonly kind: ReadKind
  /** Syllables a minute set by hand; goes before what was learnt. */
  readonly setRate: number | null
  /** Blocks learnt from, and the syllables and milliseconds their running mean is made of. */
  readonly blocks: number
  readonly syllables: number
  readonly milliseconds: number
}

/** From where a rate comes: set by hand, learnt from aired blocks, or nothing is known. */
export const rateOrigins = ['set', 'learnt', 'usual'] as const
export type RateOrigin = (typeof rateOrigins)[number]

/** What is kept, as {@link learnRate} goes on from it. */
export function knownOf({ blocks, syllables, milliseconds }: Pick<KeptRate, 'blocks' | 'syllables' | 'milliseconds'>): LearnedRate {
  return blocks === 0 ? unknownReader : { syllables: whole(syllables), seconds: rational(milliseconds, 1000) }
}

/** The rate that counts, and from where it comes. */
export function countingRate(kept: Omit<KeptRate, 'kind'>): { readonly rate: Rational; readonly origin: RateOrigin } {
  if (kept.setRate !== null) return { rate: whole(kept.setRate), origin: 'set' }
  return kept.blocks === 0 ? { rate: usualRate, origin: 'usual' } : { rate: learnedRate(knownOf(kept)), origin: 'learnt' }
}

/** The rates of a reader as reading times take them; kinds of which nothing is known are left out. */
export function ratesOf(kept: readonly KeptRate[]): ReaderRates {
  return Object.fromEntries(
    readKinds.flatMap((kind) => {
      const own = kept.find((each) => each.kind === kind)
      const counting = own === undefined ? undefined : countingRate(own)
      return counting === undefined || counting.origin === 'usual' ? [] : [[kind, counting.rate]]
    }),
  )
}
