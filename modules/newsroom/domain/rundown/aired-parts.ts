import { add, compare, div, mul, rational, sub, whole, zero, type Rational } from '#kernel/rational.ts'
import { blockSeconds, rateOf, readingTime, readKinds, type AiredBlock, type ReadKind } from '../speech/index.ts'
import type { Block } from '../story/block.ts'
import { aroundFilm, kept, type Reading } from './durations.ts'

/** What a reader read of one kind of block on air: the syllables, and the seconds they are taken to have lasted. */
export interface AiredPart extends AiredBlock {
  readonly kind: ReadKind
}

/** Kinds the presenter reads; a question is asked by the reporter. */
const ownKinds = readKinds.filter((kind) => kind !== 'question')

/**
 * What an aired story teaches about its reader (từ as-run): of the whole time on air the film, or else the soundbites and questions, are taken off, and the
 * rest is shared among the kinds read by how long each was expected to be. None where a soundbite has no marks, or nothing is left.
 */
export function airedParts(blocks: readonly Block[], cutBlocks: readonly string[], actualMs: number, filmMs: number | null, reading: Reading): AiredPart[] {
  const aired = kept(filmMs === null ? blocks : aroundFilm(blocks), cutBlocks)
  const parts = ownKinds.flatMap((kind) => {
    const times = aired.flatMap((block) => (block.kind === kind && 'text' in block ? [readingTime(reading.said(block.text), rateOf(reading.rates, kind), reading.pauses)] : []))
    return times.length === 0 ? [] : [{ kind, syllables: times.reduce((sum, time) => sum + time.syllables, 0), pauses: sumOf(times.map((time) => time.pauses)), expected: sumOf(times.map((time) => time.seconds)) }]
  })
  const others = aired.filter(({ kind }) => kind === 'soundbite' || kind === 'question').map((block) => blockSeconds(block, reading.said, reading.rates, reading.pauses))
  const expected = sumOf(parts.map((part) => part.expected))
  if (others.includes(null) || compare(expected, zero) <= 0) return []
  const read = sub(rational(actualMs - (filmMs ?? 0), 1000), sumOf(others.map((seconds) => seconds ?? whole(0))))
  if (compare(read, zero) <= 0) return []
  return parts.map(({ kind, syllables, pauses, expected: own }) => ({ kind, syllables, pauses, seconds: mul(read, div(own, expected)) }))
}

function sumOf(seconds: readonly Rational[]): Rational {
  return seconds.reduce((sum, each) => add(sum, each), zero)
}
