import type { Dictionary } from './dictionary.ts'
import { isSpellable, spellLetters } from './letters.ts'
import { integerWords, wholeWords } from './number-words.ts'
import { matchHere, wordsBefore, type Place, type Reading } from './place.ts'

const form = /(\d{1,6})([a-zđ]?)(?:\/(\d{4}))?[-/](\p{Lu}[\p{L}\d]{0,11}(?:[-/&.]\p{L}[\p{L}\d]{0,11}){0,5})(?![\p{L}\p{N}])/uy
const ofBody = / của /y
const separators = /[-/]/
const assembly = /^(\p{L}{2,8}?)(\d{1,2})$/u

function forms(dictionary: Dictionary, sign: string): string[] {
  const entries = dictionary.byForm.get(sign) ?? []
  return [...entries.filter((entry) => entry.when === 'document'), ...entries.filter((entry) => entry.when === undefined)].map((entry) => entry.spoken)
}

/** What a sign in a document's number may be said as, first the likeliest; QH15 with its term (khóa). */
function saidAs(dictionary: Dictionary, sign: string): string[] {
  const known = forms(dictionary, sign)
  if (known.length > 0) return known
  const term = assembly.exec(sign)
  const body = term === null ? undefined : forms(dictionary, term[1] ?? '')[0]
  if (body !== undefined) return [`${body} khóa ${integerWords(BigInt(term?.[2] ?? 0))}`]
  return [sign.split(/(\d+)/).map((part) => (/^\d/.test(part) ? wholeWords(part) : isSpellable(part) ? spellLetters(part) : part.toLowerCase())).filter((part) => part !== '').join(' ')]
}

function isSign(dictionary: Dictionary, sign: string): boolean {
  return dictionary.byForm.has(sign) || /\p{Lu}[\p{L}\d]*\p{Lu}/u.test(sign)
}

/** The words before, the word "số" between them and the number left out. */
function named(place: Place): string {
  const words = wordsBefore(place, 6)
  return ` ${(words.at(-1) === 'số' ? words.slice(0, -1) : words).join(' ')}`
}

/** Does "của" and the same body follow: "09-NQ/TU của Tỉnh ủy"? */
function namedBehind(place: Place, ahead: number, sign: string, body: string): boolean {
  const of = matchHere(ofBody, place, ahead)
  if (of === null) return false
  const rest = place.text.slice(place.at + ahead + of[0].length, place.at + ahead + of[0].length + 60)
  return rest.startsWith(sign) || rest.toLowerCase().replaceAll('uỷ', 'ủy').startsWith(body)
}

/**
 * The number and sign of a document (số, ký hiệu văn bản; NĐ 30/2020/NĐ-CP, Hướng dẫn 36-HD/VPTW): number, year, type, body. The type is
 * silent where its words stand before the number; QĐ is what those words say, quyết định or quy định. The body is silent where "của" and its words follow.
 */
export function readDocumentNumber(place: Place): Reading | null {
  const found = matchHere(form, place)
  if (found === null) return null
  const [written, number = '', letter = '', year, rest = ''] = found
  const signs = rest.split(separators)
  if (!isSign(place.dictionary, signs[0] ?? '')) return null
  const words = [wholeWords(number)]
  if (letter !== '') words.push(spellLetters(letter.toUpperCase()))
  if (year !== undefined) words.push('năm', integerWords(BigInt(year)))
  const before = named(place)
  for (const [at, sign] of signs.entries()) {
    const choices = saidAs(place.dictionary, sign)
    if (at === 0 && choices.some((choice) => before.endsWith(` ${choice}`))) continue
    if (at > 0 && at === signs.length - 1 && namedBehind(place, written.length, sign, choices[0] ?? '')) continue
    words.push(choices[0] ?? '')
  }
  return { kind: 'document', length: written.length, spoken: words.filter((word) => word !== '').join(' ') }
}
