import type { Dictionary } from './dictionary.ts'

export type PieceKind = 'word' | 'number' | 'roman' | 'day' | 'date' | 'time' | 'unit' | 'document' | 'score' | 'sign' | 'gap'

/** What has been read already: a part of the clean text and what is said for it. */
export interface Said {
  readonly kind: PieceKind
  readonly from: number
  readonly to: number
  readonly spoken: string
  /** How many pieces stand before it. */
  readonly number: number
}

/** Where the reader stands. */
export interface Place {
  readonly text: string
  readonly at: number
  /** How many pieces have been read. */
  readonly pieces: number
  /** What has been read of this sentence, blanks, quotes and marks left out. */
  readonly said: readonly Said[]
  readonly dictionary: Dictionary
  /** May the text hold an e-mail or web address at all? */
  readonly addresses: boolean
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
/** What stands further back says nothing here. */
const farthest = 60

/** Does a gap end the sentence? What was said before it says nothing about what comes. */
export function endsSentence(gap: string): boolean {
  return gap !== ' ' && sentenceEnd.test(gap)
}

/** A sticky expression tried here, or `ahead` signs further. */
export function matchHere(pattern: RegExp, place: Place, ahead = 0): RegExpExecArray | null {
  pattern.lastIndex = place.at + ahead
  return pattern.exec(place.text)
}

/** The piece before this place, blanks, quotes and marks left out; null at the beginning of a sentence, or when none is near. */
export function lastSaid(place: Place, back = 0): Said | null {
  const said = place.said[place.said.length - 1 - back]
  return said === undefined || said.number < place.pieces - farthest ? null : said
}

/** Does the piece before end here, or one blank before here? */
export function follows(place: Place, said: Said | null): boolean {
  return said !== null && (said.to === place.at || (said.to + 1 === place.at && place.text.charAt(said.to) === ' '))
}

/** The last spoken words of this sentence before the place, nearest last; at most `most`. */
export function wordsBefore(place: Place, most: number): string[] {
  const phrase = phraseBefore(place, most)
  return phrase === '' && lastSaid(place) === null ? [] : phrase.split(' ')
}

/** The last `count` words before the place as one text: "kỳ họp". */
export function phraseBefore(place: Place, count: number): string {
  let phrase = ''
  let left = count
  for (let back = 0; left > 0; back++) {
    const said = lastSaid(place, back)
    if (said === null) break
    let from = said.spoken.length + 1
    for (; left > 0 && from > 0; left--) from = said.spoken.lastIndexOf(' ', from - 2) + 1
    const words = said.spoken.slice(from)
    phrase = back === 0 ? words : `${words} ${phrase}`
  }
  return phrase
}

/** The sign right before the place; empty at the beginning. */
export function signBefore(place: Place): string {
  return place.text.charAt(place.at - 1)
}
