import { foldVietnamese, tidy } from '#kernel/vietnamese.ts'

/** A word of a text and where it stands there. */
export interface PlacedWord {
  readonly word: string
  readonly from: number
  readonly to: number
}

const letters = /[\p{L}\p{M}\p{N}]+/gu

/** The words of a text in order, lower case and composed: runs of letters and digits. */
export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(letters)].map((match) => ({ word: match[0].normalize('NFC').toLowerCase(), from: match.index, to: match.index + match[0].length }))
}

/** The same without their places, as one line that a text search reads word by word. */
export function searchLine(text: string): string {
  return placedWords(text).map(({ word }) => word).join(' ')
}

/** What somebody looks for: words, or phrases whose words stand side by side. All of them must be there. */
export type Asked = readonly (readonly string[])[]

const mostWords = 20

/** Reads a line of search: words, and phrases in quotation marks. */
export function readAsked(typed: string): Asked {
  const parts = tidy(typed).split(/["“”]/)
  const asked = parts.flatMap((part, index) => (index % 2 === 1 ? [placedWords(part).map(({ word }) => word)] : placedWords(part).map(({ word }) => [word])))
  return asked.filter((phrase) => phrase.length > 0).slice(0, mostWords)
}

/** One phrase of everything typed: names of people and places. */
export function readPhrase(typed: string): Asked {
  const words = placedWords(tidy(typed)).map(({ word }) => word)
  return words.length === 0 ? [] : [words.slice(0, mostWords)]
}

/** Without marks, as the folded words are kept. */
export function foldAsked(asked: Asked): Asked {
  return asked.map((phrase) => phrase.map(foldVietnamese))
}

/** What PostgreSQL is asked; `weights` are the parts of a story looked in, all when there are none. Words hold nothing but letters and digits. */
export function tsqueryOf(asked: Asked, weights = ''): string {
  const suffix = weights === '' ? '' : `:${weights}`
  return asked.map((phrase) => phrase.map((word) => `${word}${suffix}`).join(' <-> ')).join(' & ')
}
