import type { ScriptContent } from '../approval/content.ts'
import type { Block } from '../story/block.ts'

/** How many words tell the gallery where an item begins and ends. */
const fewWords = 6

/** A soundbite as the gallery looks for it: who, how long, first and last words (chữ vào, chữ ra). */
export interface CueBite {
  readonly who: string
  readonly ms: number | null
  readonly inWords: string
  readonly outWords: string
}

/** By what the gallery knows the beginning and the end of an item, and what it plays in between. */
export interface CueWords {
  readonly inWords: string
  readonly outWords: string
  readonly film: boolean
  readonly bites: readonly CueBite[]
}

/** The words in and out of a script without what is cut (chữ vào, chữ ra): of whatever is heard first and last. */
export function cueWords(content: ScriptContent, cutBlocks: readonly string[]): CueWords {
  const blocks = content.blocks.filter((block) => !cutBlocks.includes(block.id))
  const heard = blocks.map(heardText).filter((text) => text !== '')
  return {
    inWords: firstWords(heard[0] ?? ''),
    outWords: lastWords(heard.at(-1) ?? ''),
    film: blocks.some((block) => block.kind === 'film_start'),
    bites: blocks.flatMap((block) =>
      block.kind === 'soundbite'
        ? [{ who: content.people.find((person) => person.id === block.personId)?.name ?? '', ms: block.inMs === null || block.outMs === null ? null : block.outMs - block.inMs, inWords: block.inWords || firstWords(block.verbatim), outWords: block.outWords || lastWords(block.verbatim) }]
        : [],
    ),
  }
}

function heardText(block: Block): string {
  switch (block.kind) {
    case 'presenter_note':
    case 'graphic':
    case 'super':
    case 'film_start':
      return ''
    case 'soundbite':
      return block.verbatim.trim()
    default:
      return block.text.trim()
  }
}

function firstWords(text: string): string {
  const words = text.trim().split(/\s+/)
  return words.length > fewWords ? `${words.slice(0, fewWords).join(' ')}…` : words.join(' ')
}

function lastWords(text: string): string {
  const words = text.trim().split(/\s+/)
  return words.length > fewWords ? `…${words.slice(-fewWords).join(' ')}` : words.join(' ')
}

/** A length as stations write it: `0'45"`, `12'05"`. */
export function minutesSeconds(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}'${String(seconds % 60).padStart(2, '0')}"`
}
