import type { Dictionary } from './dictionary.ts'

export type PieceKind = 'word' | 'number' | 'roman' | 'day' | 'date' | 'time' | 'unit' | 'document' | 'score' | 'sign' | 'gap'

/** What has been read already: a part of the clean text and what is said for it. */
export interface Said {
  readonly kind: PieceKind
  readonly from: number
  readonly to: number
  readonly spoken: string
}

/** Where the reader stands. */
export interface Place {
  readonly text: string
  readonly at: number
  readonly said: readonly Said[]
  readonly dictionary: Dictionary
}

/** How much of the text from here on is one thing, and what is said for it. */
export interface Reading {
  readonly kind: PieceKind
  readonly length: number
  readonly spoken: string
}

/** Reads one kind of thing at a place; null when something else stands there. */
export type Reader = (place: Place) => Reading | null

const sentenceEnd = /[.;!?\n…]/
/** What stands further back says nothing here, and looking for it would take the square of a text of dashes. */
const farthest = 60
const blankOnly = /^ ?$/

/** A sticky expression tried here, or `ahead` signs further. */
export function matchHere(pattern: RegExp, place: Place, ahead = 0): RegExpExecArray | null {
  pattern.lastIndex = place.at + ahead
  return pattern.exec(place.text)
}

/** The piece before this place, blanks, quotes and marks left out; null at the beginning of a sentence, or when none is near. */
export function lastSaid(place: Place, back = 0): Said | null {
  let left = back
  const first = Math.max(0, place.said.length - farthest)
  for (let i = place.said.length - 1; i >= first; i--) {
    const said = place.said[i]
    if (said === undefined) return null
    if (said.kind !== 'gap') {
      if (left === 0) return said
      left--
    } else if (sentenceEnd.test(place.text.slice(said.from, said.to))) return null
  }
  return null
}

/** Does the piece before end here, or one blank before here? */
export function follows(place: Place, said: Said | null): boolean {
  return said !== null && blankOnly.test(place.text.slice(said.to, place.at))
}

/** The last spoken words of this sentence before the place, nearest last; at most `most`. */
export function wordsBefore(place: Place, most: number): string[] {
  const words: string[] = []
  for (let back = 0; words.length < most; back++) {
    const said = lastSaid(place, back)
    if (said === null) break
    words.unshift(...said.spoken.split(' '))
  }
  return words.slice(-most)
}

/** The last `count` words before the place as one text: "kỳ họp". */
export function phraseBefore(place: Place, count: number): string {
  return wordsBefore(place, count).join(' ')
}

/** The sign right before the place; empty at the beginning. */
export function signBefore(place: Place): string {
  return place.text.charAt(place.at - 1)
}
