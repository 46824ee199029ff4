import { digitWords, wholeWords } from './number-words.ts'
import { matchHere, phraseBefore, type Place, type Reading } from './place.ts'

const mail = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/uy
const web = /(?:https?:\/\/|www\.)[^\s"<>]{1,300}/iuy
const site = /[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,6}\.(?:vn|com|net|org|info)(?![\p{L}\d-])(?:\/[^\s"<>]{0,300})?/iuy
const sign = /@|:\/\/|www\.|\.(?:vn|com|net|org|info)/iu
const parts = /\p{L}[\p{L}\p{M}]*|\d+|[^\s]/gu
const phone = /(?:\+84|0\d{1,4})\)?(?:[ .-]?\d{2,8}){1,4}(?![\d/])/y

const hotline = /1\d{2,3}(?![\d/-]|[.,]\d|[\p{L}%])/uy
const calls = new Set(['tổng đài', 'cảnh sát', 'cấp cứu', 'cứu hỏa', 'cứu thương', 'dây nóng', 'số máy'])

const signs: Readonly<Record<string, string>> = { '.': 'chấm', '@': 'a còng', '/': 'gạch chéo', '-': 'gạch ngang', _: 'gạch dưới', ':': 'hai chấm' }

function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && '.,;:!?)]\''.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

function said(text: string): string {
  return (text.match(parts) ?? [])
    .map((part) => (/^\d/.test(part) ? wholeWords(part) : /^\p{L}/u.test(part) ? part.toLowerCase() : (signs[part] ?? '')))
    .map((word, at, words) => (word === 'vn' && words[at - 1] === 'chấm' ? 'vê nờ' : word))
    .filter((word) => word !== '')
    .join(' ')
}

/** May a text hold an e-mail or web address at all? */
export function mayHoldAddress(text: string): boolean {
  return sign.test(text)
}

/** An e-mail or web address: letters as words, the point chấm, @ a còng, / gạch chéo. */
export function readAddress(place: Place): Reading | null {
  const found = !place.addresses ? null : matchHere(mail, place) ?? matchHere(web, place) ?? matchHere(site, place)
  if (found === null) return null
  const written = withoutEnd(found[0])
  return { kind: 'word', length: written.length, spoken: said(written) }
}

/** May the digits be a hotline: do they begin with one, behind words that ask for a hotline? */
export function mayBeHotline(place: Place): boolean {
  return place.text.charAt(place.at) === '1' && calls.has(phraseBefore(place, 2))
}

/** A telephone number: a zero, or +84, and nine or ten more digits, with blanks, points or hyphens between, or the short one of a hotline (tổng đài 111); digit after digit. */
export function readPhone(place: Place): Reading | null {
  const short = mayBeHotline(place) ? matchHere(hotline, place) : null
  // After cảnh sát, cấp cứu, cứu hỏa only their own numbers: others may count people.
  if (short !== null && (/^11\d$/.test(short[0]) || ['đài', 'nóng', 'máy'].includes(phraseBefore(place, 1)))) return { kind: 'document', length: short[0].length, spoken: digitWords(short[0]) }
  const found = matchHere(phone, place)
  if (found === null) return null
  const digits = found[0].replaceAll(/\D/g, '')
  if (digits.length !== 10 && digits.length !== 11) return null
  return { kind: 'document', length: found[0].length, spoken: found[0].startsWith('+') ? `cộng ${digitWords(digits)}` : digitWords(digits) }
}
