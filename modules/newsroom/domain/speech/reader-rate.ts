import { rational, whole, type Rational } from '#kernel/rational.ts'
import { learnedRate, unknownReader, type LearnedRate } from './learned-rate.ts'
import { rateOf, readKinds, usualRate, type ReaderRates, type ReadKind } from './timing.ts'

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

/** From where a rate comes: set by hand, learnt from aired blocks, that of the voice-over, or nothing is known. */
export const rateOrigins = ['set', 'learnt', 'voice_over', 'usual'] as const
export type RateOrigin = (typeof rateOrigins)[number]

/** What is kept, as {@link learnRate} goes on from it. */
export function knownOf({ blocks, syllables, milliseconds }: Pick<KeptRate, 'blocks' | 'syllables' | 'milliseconds'>): LearnedRate {
  return blocks === 0 ? unknownReader : { syllables: whole(syllables), seconds: rational(milliseconds, 1000) }
}

/** The rate of one kind by what is kept of it alone, and from where it comes. */
export function countingRate(kept: Omit<KeptRate, 'kind'>): { readonly rate: Rational; readonly origin: Exclude<RateOrigin, 'voice_over'> } {
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

/** The rate reading times take for a kind, and from where it comes: of a kind nothing is known of, that of the voice-over. */
export function takenRate(kept: readonly KeptRate[], kind: ReadKind): { readonly rate: Rational; readonly origin: RateOrigin } {
  const rates = ratesOf(kept)
  const own = kept.find((each) => each.kind === kind)
  if (own !== undefined && rates[kind] !== undefined) return countingRate(own)
  return { rate: rateOf(rates, kind), origin: rates.voice_over === undefined ? 'usual' : 'voice_over' }
}
