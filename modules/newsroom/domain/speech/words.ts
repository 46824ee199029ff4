import { isSpellable, spellLetters } from './letters.ts'
import { integerWords, ordinalWords } from './number-words.ts'
import { follows, lastSaid, matchHere, phraseBefore, type Place, type Reading } from './place.ts'
import { romanValue } from './roman.ts'

const roman = /[IVXLCDM]{1,15}(?![\p{L}])/uy
const capitals = /\p{Lu}{1,5}(?!\p{L}|-\p{Ll}|'\p{L})/uy
const word = /\p{L}[\p{L}\p{M}]*(?:[-']\p{Ll}[\p{L}\p{M}]*)*/uy
const initialWord = /\p{Lu}'\p{Lu}[\p{L}\p{M}]*/uy
const asksForRoman = new Set(
  'đại hội|khóa|quý|thế kỷ|thế kỉ|thứ|nhiệm kỳ|chương|phần|kỳ họp|hội nghị|quân khu|mục|phụ lục|loại|hạng|cấp|vùng|tập|điều|trung ương|kỳ|bậc|nhóm'.split('|'),
)
const syllable = /^(?:ngh?|[cgkpt]h|tr|nh|qu|gi|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?$/u
const openVowels: readonly (readonly [RegExp, string])[] = [
  [/oà$/u, 'òa'], [/oá$/u, 'óa'], [/oả$/u, 'ỏa'], [/oã$/u, 'õa'], [/oạ$/u, 'ọa'], [/oè$/u, 'òe'], [/oé$/u, 'óe'], [/oẻ$/u, 'ỏe'], [/oẽ$/u, 'õe'], [/oẹ$/u, 'ọe'],
  [/(?<!q)uỳ$/u, 'ùy'], [/(?<!q)uý$/u, 'úy'], [/(?<!q)uỷ$/u, 'ủy'], [/(?<!q)uỹ$/u, 'ũy'], [/(?<!q)uỵ$/u, 'ụy'],
]

/** Lower case with the tone mark where this program writes it: "Uỷ" → "ủy", "khoá" → "khóa". */
export function plainWord(written: string): string {
  const lower = written.toLowerCase().normalize('NFC')
  if (!/[àáảãạèéẻẽẹỳýỷỹỵ]$/u.test(lower)) return lower
  for (const [old, now] of openVowels) if (old.test(lower)) return lower.replace(old, now)
  return lower
}

/** A Roman numeral where the word before asks for one (quý IV, thế kỷ XXI; after thứ: nhất, tư), or of two letters and more that nothing else claims. */
export function readRoman(place: Place): Reading | null {
  const found = matchHere(roman, place)
  const value = found === null ? null : romanValue(found[0])
  if (found === null || value === null) return null
  const last = phraseBefore(place, 1)
  const before = lastSaid(place)
  const ranged = before?.kind === 'sign' && last === 'đến' && lastSaid(place, 1)?.kind === 'roman'
  const asked = ranged || (follows(place, before) && (asksForRoman.has(last) || asksForRoman.has(phraseBefore(place, 2))))
  // A single C, D, L, M after loại, hạng … is the letter.
  if (found[0].length === 1 && (!asked || !'IVX'.includes(found[0]))) return null
  if (!asked && (place.dictionary.byForm.has(found[0]) || isShouted(place, found[0]))) return null
  return { kind: 'roman', length: found[0].length, spoken: last === 'thứ' ? ordinalWords(value) : integerWords(BigInt(value)) }
}

const upperWord = /^\p{Lu}{2,8}$/u

/** Words in capitals around: some with a tone mark, or three that could be syllables, are a line in capitals and no abbreviations. */
function isShouted(place: Place, written: string): boolean {
  if (!syllable.test(written.toLowerCase())) return false
  const from = Math.max(0, place.at - 40)
  const line = (text: string): string[] => text.split(/[^\p{L}\p{M}]+/u)
  const left = line(place.text.slice(from, place.at).split('\n').at(-1) ?? '').filter((one) => one !== '')
  const right = line(place.text.slice(place.at + written.length, place.at + written.length + 40).split('\n')[0] ?? '').filter((one) => one !== '')
  const run = [written]
  for (let i = left.length - 1; i >= 0 && upperWord.test(left[i] ?? ''); i--) run.unshift(left[i] ?? '')
  for (let i = 0; i < right.length && upperWord.test(right[i] ?? ''); i++) run.push(right[i] ?? '')
  return run.some((one) => !isSpellable(one)) || run.filter((one) => syllable.test(one.toLowerCase())).length > 2
}

/** Up to five capitals that no dictionary knows are spelled by the names of their letters, but not a word of a line in capitals. */
export function readCapitals(place: Place): Reading | null {
  const found = matchHere(capitals, place)
  if (found === null || !isSpellable(found[0]) || (found[0].length > 1 && isShouted(place, found[0]))) return null
  return { kind: 'word', length: found[0].length, spoken: spellLetters(found[0]) }
}

/** A word, said as it is written in lower case; hyphens stay inside a transcribed word (in-tơ-nét), not between names (Thừa Thiên-Huế). */
export function readWord(place: Place): Reading | null {
  const found = matchHere(initialWord, place) ?? matchHere(word, place)
  return found === null ? null : { kind: 'word', length: found[0].length, spoken: plainWord(found[0]) }
}
