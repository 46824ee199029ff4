import { foldVietnamese } from '#kernel/vietnamese.ts'
import { placedWords, type Asked } from './search-words.ts'

/** A piece of shown text; `hit` is what was looked for. */
export interface SnippetPart {
  readonly text: string
  readonly hit: boolean
}

const before = 6
const after = 18

/** The words around the first place where most of what was looked for stands, with the hits marked; empty when there is none. Exact words go before those that differ by marks. */
export function snippetOf(text: string, asked: Asked): SnippetPart[] {
  const words = placedWords(text)
  const exact = new Set(asked.flat())
  const folded = new Set([...exact].map(foldVietnamese))
  const grades = words.map(({ word }) => (exact.has(word) ? 2 : folded.has(foldVietnamese(word)) ? 1 : 0))
  const start = bestStart(grades)
  if (start === null) return []
  const first = Math.max(0, start - before)
  const last = Math.min(words.length, start + after)
  const best = Math.max(...grades.slice(first, last))
  const parts: SnippetPart[] = []
  let at = words[first]?.from ?? 0
  if (first > 0) parts.push({ text: '… ', hit: false })
  for (let index = first; index < last; index += 1) {
    const word = words[index]
    if (word === undefined || (grades[index] ?? 0) === 0 || (best === 2 && grades[index] === 1)) continue
    if (word.from > at) parts.push({ text: text.slice(at, word.from), hit: false })
    parts.push({ text: text.slice(word.from, word.to), hit: true })
    at = word.to
  }
  const end = last === words.length ? text.length : (words[last - 1]?.to ?? text.length)
  if (end > at) parts.push({ text: text.slice(at, end), hit: false })
  if (last < words.length) parts.push({ text: ' …', hit: false })
  return joined(parts)
}

/** Where the window with the weightiest hits begins. */
function bestStart(grades: readonly number[]): number | null {
  let best: { readonly index: number; readonly weight: number } | null = null
  for (const [index, grade] of grades.entries()) {
    if (grade === 0) continue
    const weight = grades.slice(index, index + after).reduce((sum, each) => sum + each, 0)
    if (best === null || weight > best.weight) best = { index, weight }
  }
  return best?.index ?? null
}

/** Hits with nothing but blanks between them are one. */
function joined(parts: readonly SnippetPart[]): SnippetPart[] {
  const result: SnippetPart[] = []
  for (const part of parts) {
    const [blank, hit] = [result.at(-1), result.at(-2)]
    if (part.hit && blank !== undefined && !blank.hit && blank.text.trim() === '' && hit?.hit === true) result.splice(-2, 2, { text: `${hit.text}${blank.text}${part.text}`, hit: true })
    else result.push(part)
  }
  return result
}
