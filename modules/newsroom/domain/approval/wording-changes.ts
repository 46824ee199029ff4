import { splitWords, type DiffPart } from '../diff/word-diff.ts'
import { figureSpans, nameSpans, touches, type Span } from './figures-and-names.ts'
import { isSlip } from './slip.ts'

/** What a change of words can be: chính tả, câu chữ, số liệu, tên riêng. */
export type WordingKind = 'spelling' | 'wording' | 'figure' | 'name'

/** One place where two texts differ, and what that is; a place with a figure and a name is told twice. */
export interface WordingChange {
  readonly kind: WordingKind
  readonly before: string
  readonly after: string
}

interface Place {
  readonly removed: string
  readonly added: string
  readonly before: Span
  readonly after: Span
}

/** The spans of the text before and of the text after. */
type BothSpans = readonly [readonly Span[], readonly Span[]]

const word = /^[\p{L}\p{M}\p{Nd}]/u
const abbreviation = /\p{Lu}\P{Lu}*\p{Lu}/u

function placesOf(parts: readonly DiffPart[]): readonly Place[] {
  const places: Place[] = []
  let before = 0
  let after = 0
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]
    if (part?.kind === 'same') {
      before += part.text.length
      after += part.text.length
      continue
    }
    const removed = part?.kind === 'removed' ? part.text : ''
    if (removed !== '' && parts[at + 1]?.kind === 'added') at++
    const added = parts[at]?.kind === 'added' ? (parts[at]?.text ?? '') : ''
    places.push({ removed, added, before: { from: before, to: before + removed.length }, after: { from: after, to: after + added.length } })
    before += removed.length
    after += added.length
  }
  return places
}

function wordsOf(text: string): readonly string[] {
  return splitWords(text).filter((part) => word.test(part))
}

function kindsOf(place: Place, figures: BothSpans, names: BothSpans): readonly WordingKind[] {
  const touched = ([before, after]: BothSpans): boolean => touches(before, place.before) || touches(after, place.after)
  const written = [...wordsOf(place.removed), ...wordsOf(place.added)]
  const old = wordsOf(place.removed.toLowerCase())
  const now = wordsOf(place.added.toLowerCase())
  // Tỉnh for tỉnh is said the same; in an abbreviation capitals are read.
  const onlyCapitals = old.length > 0 && old.join(' ') === now.join(' ') && !written.some((each) => abbreviation.test(each))
  const kinds: WordingKind[] = []
  if (touched(figures)) kinds.push('figure')
  if (!onlyCapitals && touched(names)) kinds.push('name')
  if (kinds.length > 0) return kinds
  return [old.length === now.length && old.every((each, at) => isSlip(each, now[at] ?? '')) ? 'spelling' : 'wording']
}

/** What the places are in which two texts differ, by the word difference between them. */
export function wordingChanges(parts: readonly DiffPart[]): readonly WordingChange[] {
  const text = (left: DiffPart['kind']): string => parts.filter(({ kind }) => kind !== left).map((part) => part.text).join('')
  const [before, after] = [text('added'), text('removed')]
  const figures: BothSpans = [figureSpans(before), figureSpans(after)]
  const names: BothSpans = [nameSpans(before), nameSpans(after)]
  return placesOf(parts).flatMap((place) => kindsOf(place, figures, names).map((kind) => ({ kind, before: place.removed, after: place.added })))
}
