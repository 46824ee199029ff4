import { foreignSyllables } from './foreign-syllables.ts'

const vowelGroups = /[aeiouy]+/g
const marks = /[\u0300-\u036f]/g
const vowel = /[aeiouy]/

function ofWord(word: string): number {
  const known = foreignSyllables[word]
  if (known !== undefined) return known
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
  let sum = 0
  for (const part of spoken.split(/[\s-]/)) if (part !== '') sum += ofWord(part)
  return sum
}
