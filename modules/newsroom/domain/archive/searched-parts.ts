import type { ScriptContent } from '../approval/content.ts'
import { speak, type Dictionary } from '../speech/index.ts'
import type { Block } from '../story/block.ts'
import { searchLine } from './search-words.ts'

/** The words of a story by the part they stand in, each as one line for search. */
export interface SearchedParts {
  /** Title, column, category. */
  readonly head: string
  /** Names, titles of people, and what is written and not said. */
  readonly beside: string
  /** Soundbites (phát biểu), word for word. */
  readonly soundbites: string
  /** What is read out, as written and, where that differs, as it is said. */
  readonly said: string
}

/** Weights of the parts in the search table, in this order. */
export const weightsOf = { head: 'A', beside: 'B', soundbites: 'C', said: 'D' } as const satisfies Record<keyof SearchedParts, string>

/** Weights of what was said on air. */
export const spokenWeights = `${weightsOf.soundbites}${weightsOf.said}`

/** The words of a story for search (tìm trong kho). */
export function searchedParts({ title, column, category, people, blocks }: ScriptContent, dictionary: Dictionary): SearchedParts {
  const part = { beside: people.map(({ name, titles }) => [name, ...titles.flatMap((held) => [held.title, held.organisation])].join(' . ')), soundbites: [] as string[], said: [] as string[] }
  for (const block of blocks) {
    const text = textOf(block)
    part[placeOf(block)].push(text)
    if (placeOf(block) === 'said') part.said.push(spokenElsewise(text, dictionary))
  }
  return { head: searchLine([title, column ?? '', category ?? ''].join(' . ')), beside: searchLine(part.beside.join(' . ')), soundbites: searchLine(part.soundbites.join(' . ')), said: searchLine(part.said.join(' . ')) }
}

/** The words of one block. */
export function textOf(block: Block): string {
  switch (block.kind) {
    case 'film_start':
      return ''
    case 'super':
      return [block.name, block.title, block.organisation].join(' ')
    case 'soundbite':
      return [block.verbatim, block.inWords, block.outWords].filter((each, index, all) => index === 0 || !(all[0] ?? '').includes(each)).join(' ')
    default:
      return block.text
  }
}

function placeOf({ kind }: Block): 'beside' | 'soundbites' | 'said' {
  if (kind === 'soundbite') return 'soundbites'
  return kind === 'super' || kind === 'graphic' || kind === 'presenter_note' || kind === 'film_start' ? 'beside' : 'said'
}

/** Numbers, dates and abbreviations as they are said. */
function spokenElsewise(text: string, dictionary: Dictionary): string {
  return speak(text, dictionary)
    .filter(({ written, spoken }) => searchLine(written) !== spoken)
    .map(({ spoken }) => spoken)
    .join(' . ')
}
