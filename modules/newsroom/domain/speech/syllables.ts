import { foreignSyllables } from './foreign-syllables.ts'

const vowelGroups = /[aeiouy]+/g
const marks = /[\u0300-\u036f]/g
const vowel = /[aeiouy]/
const foreign: ReadonlyMap<string, number> = new Map(Object.entries(foreignSyllables))
const between = /[\s-]/

/** Words and short phrases counted before: the same figures and names come again and again. */
const counted = new Map<string, number>()
const mostCounted = 10_000
const longestCounted = 40

function keep(spoken: string, syllables: number): number {
  if (counted.size >= mostCounted) counted.clear()
  if (spoken.length <= longestCounted) counted.set(spoken, syllables)
  return syllables
}

function ofWord(word: string): number {
  return counted.get(word) ?? foreign.get(word) ?? keep(word, between.test(word) ? word.split(between).reduce((sum, part) => sum + ofWord(part), 0) : ofVowels(word))
}

function ofVowels(word: string): number {
  const bare = word.normalize('NFD').replace(marks, '')
  if (!/\p{L}/u.test(bare)) return 0
  const groups = bare.match(vowelGroups)?.length ?? 0
  // An e without a mark that ends a word after a consonant is mute (online, file); no Vietnamese syllable has another vowel before it.
  return Math.max(1, word.endsWith('e') && !vowel.test(bare.at(-2) ?? '') ? groups - 1 : groups)
}

/**
 * Syllables (âm tiết) of spoken words separated by blanks. A Vietnamese syllable has one vowel group and counts one; other words
 * count their vowel groups, y among them, at least one; the parts of a hyphenated word count each (in-tơ-nét 3).
 */
export function countSyllables(spoken: string): number {
  if (spoken === '') return 0
  const known = counted.get(spoken)
  if (known !== undefined) return known
  let sum = 0
  for (const word of spoken.split(' ')) sum += ofWord(word)
  return keep(spoken, sum)
}
