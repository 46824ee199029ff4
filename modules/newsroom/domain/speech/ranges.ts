import { countedNoun } from './counted-nouns.ts'
import { monthWords, numeralWords, wholeWords } from './number-words.ts'
import { follows, lastSaid, matchHere, phraseBefore, signBefore, wordsBefore, type Place, type Reading } from './place.ts'

const dash = /[-–—] ?(?=\d)/y
const romanDash = /[-–] ?(?=[IVX]{1,8}(?![\p{L}\p{N}]))/uy
const score = /(\d{1,3}) ?[-–:] ?(\d{1,3})(?![\d%‰/]|[.,]\d| ?%)/y
const fraction = /(\d{1,3}(?:\.\d{3}){1,6}|\d{1,15})(,\d{1,9})?\/(\d{1,3}(?:\.\d{3}){1,6}|\d{1,15})(?![\d/])(?!,\d)/y
const ranging: ReadonlySet<string> = new Set(['number', 'day', 'date', 'time', 'unit'])
const row = /\d{1,4}(?:-\d{1,4}){2,6}(?![\d/-])/y
const won = new Set(['thắng', 'thua', 'hòa'])
const leads = new Set(['bị dẫn', 'dẫn trước', 'đang dẫn', 'vượt lên', 'hiệp một', 'hiệp hai'])

/** Do the words before speak of the result of a game (tỷ số, thắng, thua, hòa, bị dẫn), or is it a set of the one just read? */
export function isScore(place: Place): boolean {
  const last = lastSaid(place)
  if (last?.kind === 'score' && /^[ ,;(]{1,3}$/.test(place.text.slice(last.to, place.at))) return true
  const words = wordsBefore(place, 6)
  if (leads.has(words.slice(-2).join(' ')) || (words.at(-1) === 'dẫn' && words.at(-2) !== 'hướng' && words.at(-2) !== 'chỉ')) return true
  return words.some((word, at) => won.has(word) || (word === 'số' && (words[at - 1] === 'tỷ' || words[at - 1] === 'tỉ')))
}

/** The result of a game: "tỷ số 2-1" → "hai một". */
export function readScore(place: Place): Reading | null {
  const found = matchHere(score, place)
  return found === null || !isScore(place) ? null : { kind: 'score', length: found[0].length, spoken: `${wholeWords(found[1] ?? '')} ${wholeWords(found[2] ?? '')}` }
}

/** Three numbers and more joined by hyphens that are no date, as the grades of a fertiliser (NPK 16-16-8): one after another. */
export function readRow(place: Place): Reading | null {
  const found = matchHere(row, place)
  return found === null ? null : { kind: 'document', length: found[0].length, spoken: found[0].split('-').map(wholeWords).join(' ') }
}

/** The dash between two numbers (đến), also of dates, times and Roman numerals; or a minus before one (âm). */
export function readDash(place: Place): Reading | null {
  const last = lastSaid(place)
  const roman = matchHere(romanDash, place)
  if (roman !== null && last?.kind === 'roman' && follows(place, last)) return { kind: 'sign', length: roman[0].length, spoken: 'đến' }
  const found = matchHere(dash, place)
  if (found === null) return null
  if (last !== null && ranging.has(last.kind) && follows(place, last)) return { kind: 'sign', length: found[0].length, spoken: 'đến' }
  return found[0] === '-' && /^[\s([]?$/.test(signBefore(place)) ? { kind: 'sign', length: 1, spoken: 'âm' } : null
}

/**
 * a/b: a part (2/3 hai phần ba) when a is smaller, b from 2 to 10 and nothing counted one by one follows; else trên (12/15 xã).
 */
export function readFraction(place: Place): Reading | null {
  const found = matchHere(fraction, place)
  if (found === null || phraseBefore(place, 1) === 'ngày') return null
  const [written, above = '', decimals, below = ''] = found
  // Around the clock: said with bốn.
  if (written === '24/7') return { kind: 'number', length: 4, spoken: 'hai mươi bốn trên bảy' }
  const part = decimals === undefined && /^\d$|^10$/.test(below) && Number(below) >= 2 && Number(above) > 0 && Number(above) < Number(below)
  const shared = part && !countedNoun(place, written.length)
  return { kind: 'number', length: written.length, spoken: `${numeralWords(above + (decimals ?? ''))} ${shared ? `phần ${monthWords(Number(below))}` : `trên ${numeralWords(below)}`}` }
}
