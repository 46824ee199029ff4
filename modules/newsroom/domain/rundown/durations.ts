import { mul, roundTo, toDecimal, whole, zero, type Rational } from '#kernel/rational.ts'
import { blockSeconds, type Piece, type PauseTable, type ReaderRates } from '../speech/index.ts'
import type { Block, BlockKind } from '../story/block.ts'

/** What makes words into time: how they are said, who reads them, how long the stops are. */
export interface Reading {
  readonly said: (text: string) => readonly Piece[]
  readonly rates: ReaderRates
  readonly pauses: PauseTable
}

/** A block with its milliseconds: read aloud or of its media; zero for what takes none or has no marks yet. */
export interface BlockTime {
  readonly id: string
  readonly kind: BlockKind
  readonly cuttable: boolean
  readonly ms: number
  readonly start: string
}

/** Kinds that are in the recorded film (phim) once it has begun. */
const filmKinds: ReadonlySet<BlockKind> = new Set(['voice_over', 'question', 'soundbite'])
const startSigns = 60

/** Milliseconds of every block of a story. */
export function blockTimes(blocks: readonly Block[], { said, rates, pauses }: Reading): BlockTime[] {
  return blocks.map((block) => ({ id: block.id, kind: block.kind, cuttable: block.cuttable, ms: milliseconds(blockSeconds(block, said, rates, pauses) ?? zero), start: wordsOf(block).slice(0, startSigns) }))
}

/** How long a story is by its blocks (ước tính), without those cut; null while nothing in it takes time. */
export function estimatedMs(times: readonly BlockTime[], cutBlocks: readonly string[]): number | null {
  return times.every(({ ms }) => ms === 0) ? null : kept(times, cutBlocks).reduce((sum, { ms }) => sum + ms, 0)
}

/** How long it is with its recorded film (đã chốt): the film as measured, and what is read live before and after it; null without a film. */
export function lockedMs(times: readonly BlockTime[], cutBlocks: readonly string[], filmMs: number | null): number | null {
  if (filmMs === null) return null
  return filmMs + kept(aroundFilm(times), cutBlocks).reduce((sum, { ms }) => sum + ms, 0)
}

/** The blocks read live around a recorded film: what stands before its start, and after it whatever is not voice-over, question or soundbite. */
export function aroundFilm<Each extends { readonly kind: BlockKind }>(blocks: readonly Each[]): Each[] {
  const begins = Math.max(0, blocks.findIndex(({ kind }) => kind === 'film_start'))
  return blocks.filter(({ kind }, at) => at < begins || !filmKinds.has(kind))
}

/** Blocks that may be left out and whose time that saves: with a film only what is read live, for a film is as long as it is. */
export function cuttableBlocks(times: readonly BlockTime[], cutBlocks: readonly string[], filmMs: number | null): BlockTime[] {
  const before = lockedMs(times, cutBlocks, filmMs) ?? estimatedMs(times, cutBlocks) ?? 0
  return kept(times, cutBlocks).filter((time) => time.cuttable && time.ms > 0 && (filmMs === null || (lockedMs(times, [...cutBlocks, time.id], filmMs) ?? before) < before))
}

/** Blocks that are not cut. */
export function kept<Each extends { readonly id: string }>(times: readonly Each[], cutBlocks: readonly string[]): Each[] {
  return times.filter(({ id }) => !cutBlocks.includes(id))
}

function milliseconds(seconds: Rational): number {
  return Number(toDecimal(roundTo(mul(seconds, whole(1000)), whole(1)), 0))
}

function wordsOf(block: Block): string {
  if ('text' in block) return block.text
  return block.kind === 'soundbite' ? block.verbatim : block.kind === 'super' ? block.name : ''
}
