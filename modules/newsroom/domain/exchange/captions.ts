import { add, div, mul, roundTo, toDecimal, whole, zero, type Rational } from '#kernel/rational.ts'
import { blockSeconds, speak, type Dictionary, type PauseTable, type Piece, type ReaderRates } from '../speech/index.ts'
import type { ScriptContent } from '../approval/content.ts'
import { captionsOf } from './caption-lines.ts'
import { personOf } from './exchanged-story.ts'

/** One caption (phụ đề) with its time from the start of the story. */
export interface Cue {
  /** Number of the block and of the caption in it, from one. */
  readonly id: string
  readonly fromMs: number
  readonly toMs: number
  readonly speaker: string | null
  readonly lines: readonly string[]
}

export interface Captions {
  readonly cues: readonly Cue[]
  /** Numbers of the soundbites without their marks: they have no time, so nothing after them can be timed. */
  readonly unmarked: readonly number[]
}

/** How a script is timed: who says what, how fast, with which pauses. */
export interface CaptionTiming {
  readonly dictionary: Dictionary
  readonly rates: ReaderRates
  readonly pauses: PauseTable
  /** Blocks left out where it airs. */
  readonly cutBlocks?: readonly string[]
}

/** Kinds of block the viewer hears; what nobody has classified may be headings of an old page. */
const heard = ['greeting', 'lead_in', 'voice_over', 'question', 'soundbite', 'closing'] as const

/**
 * Captions of what is heard. A block takes its reading time, a soundbite that of its media; inside a block the captions share the
 * time by their spoken syllables.
 */
export function captionsOfScript(content: ScriptContent, { dictionary, rates, pauses, cutBlocks = [] }: CaptionTiming): Captions {
  const said = (text: string): readonly Piece[] => speak(text, dictionary)
  const syllables = (text: string): number => said(text).reduce((sum, piece) => sum + piece.syllables, 0)
  const cues: Cue[] = []
  const unmarked: number[] = []
  let clock = zero
  for (const [at, block] of content.blocks.entries()) {
    if (!heard.some((kind) => kind === block.kind) || cutBlocks.includes(block.id)) continue
    const seconds = blockSeconds(block, said, rates, pauses)
    if (seconds === null) {
      unmarked.push(at + 1)
      continue
    }
    const text = block.kind === 'soundbite' ? block.verbatim : 'text' in block ? block.text : ''
    const parts = captionsOf(text)
    const weights = parts.map((lines) => Math.max(1, syllables(lines.join(' '))))
    const all = whole(weights.reduce((sum, weight) => sum + weight, 0))
    let before = 0
    for (const [part, lines] of parts.entries()) {
      const until = before + (weights[part] ?? 0)
      const cue = { id: `${at + 1}.${part + 1}`, fromMs: milliseconds(add(clock, share(seconds, before, all))), toMs: milliseconds(add(clock, share(seconds, until, all))), speaker: block.kind === 'soundbite' ? personOf(block, content) : null, lines }
      if (cue.toMs > cue.fromMs) cues.push(cue)
      before = until
    }
    clock = add(clock, seconds)
  }
  return { cues, unmarked }
}

function share(seconds: Rational, part: number, all: Rational): Rational {
  return div(mul(seconds, whole(part)), all)
}

function milliseconds(seconds: Rational): number {
  return Number(toDecimal(roundTo(mul(seconds, whole(1000)), whole(1)), 0))
}
