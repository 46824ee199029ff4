import type { Dictionary, DictionaryEntry } from './dictionary.ts'
import { matchHere, type Place, type Reading } from './place.ts'

const letterAfter = /[\p{L}\p{N}]/u
const nameAfter = /\.? ?\p{Lu}/uy
const numberAfter = / ?(?:số )?\d/y
const pointInside = /\.(?= ?\p{Lu})/uy

function stands(place: Place, entry: DictionaryEntry): boolean {
  const length = entry.written.length
  if (entry.when === 'document' || !place.text.startsWith(entry.written, place.at)) return false
  if (entry.when === 'number') return matchHere(numberAfter, place, length) !== null
  if (letterAfter.test(place.text.charAt(place.at + length))) return false
  return entry.when === undefined || matchHere(nameAfter, place, length) !== null
}

/** May an abbreviation of the dictionary stand where this word does? */
export function mayBeAbbreviation(word: string, dictionary: Dictionary): boolean {
  const entries = dictionary.byLetter.get(word.charAt(0)) ?? []
  return entries.some(({ written, when }) => when !== 'document' && (written.startsWith(word) || (when === 'number' && word.startsWith(written))))
}

/** An abbreviation of the dictionary, the longest that stands here in its surroundings. Titles take their point along (TP. Đông Hà, ThS.). */
export function readAbbreviation(place: Place): Reading | null {
  const entries = place.dictionary.byLetter.get(place.text.charAt(place.at)) ?? []
  let chosen: DictionaryEntry | null = null
  for (const entry of entries) {
    if (chosen !== null && entry.written.length < chosen.written.length) break
    // Of two of one length the one that asks for surroundings is nearer.
    if (stands(place, entry) && (chosen === null || entry.when !== undefined)) chosen = entry
  }
  if (chosen === null) return null
  const point = chosen.dotted === true && matchHere(pointInside, place, chosen.written.length) !== null ? 1 : 0
  return { kind: 'word', length: chosen.written.length + point, spoken: chosen.spoken }
}
