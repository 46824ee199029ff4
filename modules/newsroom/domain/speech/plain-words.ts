import { mayBeAbbreviation } from './abbreviations.ts'
import type { Dictionary } from './dictionary.ts'
import type { Reading } from './place.ts'
import { readGap } from './signs.ts'
import { countSyllables } from './syllables.ts'
import { mayBeUnit } from './units.ts'
import { plainWord } from './words.ts'

/** A reading that nothing around it changes. */
export type PlainReading = Reading & { readonly syllables: number }

// What stands behind decides over addresses (abc.vn), hyphens (in-tơ-nét), apostrophes and digits (m2). Letters by their ranges: \p{L} takes twice as long.
const word = /[A-Za-zÀ-ÖØ-öø-žƠơƯưẠ-ỹ]+(?=$|[ \n,;!?")…]|\.(?:$|[ \n]))/y
const blank = / (?=[\dA-Za-zÀ-ÖØ-öø-žƠơƯưẠ-ỹ])/y
const capitals = /^(?:[IVXLCDM]+|\p{Lu}{1,5})$/u
// No address, currency, unit or dash begins with these.
const gap = /(?:[ \n,;:!?"'()“…]|\.(?=$|[ \n]))/y
const oneBlank: PlainReading = { kind: 'gap', length: 1, spoken: '', syllables: 0 }
const longestWord = 30
/** The words of a language are few. */
const mostWords = 10_000
const known = new WeakMap<Dictionary, Map<string, PlainReading | null>>()

function startsWith(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

function plainReading(written: string, dictionary: Dictionary): PlainReading | null {
  // An x may stand between two sizes.
  if (written === 'x' || capitals.test(written) || mayBeUnit(written) || mayBeAbbreviation(written, dictionary)) return null
  const spoken = plainWord(written)
  return { kind: 'word', length: written.length, spoken, syllables: countSyllables(spoken) }
}

/**
 * Reads the words of a text that are nothing else wherever they stand, and the gaps between them; null for everything the readers have to look at. More
 * than nine in ten pieces of a script are such, and asking every reader of each of them took three quarters of the time.
 */
export function plainReader(text: string, dictionary: Dictionary): (at: number) => PlainReading | null {
  const words = known.get(dictionary) ?? new Map<string, PlainReading | null>()
  known.set(dictionary, words)
  const plainGap = (at: number): PlainReading | null => {
    const gapHere = startsWith(gap, text, at) && !dictionary.byLetter.has(text.charAt(at))
    return gapHere ? { ...readGap({ text, at }), syllables: 0 } : null
  }
  return (at) => {
    if (text.charAt(at) === ' ') return startsWith(blank, text, at) ? oneBlank : plainGap(at)
    if (!startsWith(word, text, at)) return plainGap(at)
    const written = text.slice(at, word.lastIndex)
    const before = words.get(written)
    if (before !== undefined) return before
    const reading = plainReading(written, dictionary)
    if (words.size >= mostWords) words.clear()
    if (written.length <= longestWord) words.set(written, reading)
    return reading
  }
}
