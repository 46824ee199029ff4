import { mayBeHotline } from './addresses.ts'
import { isDayNumber } from './dates.ts'
import { dayWords, fractionWords, integerWords, monthWords, numeralWords, ordinalWords, wholeWords } from './number-words.ts'
import { lastSaid, matchHere, phraseBefore, signBefore, wordsBefore, type Place, type Reading } from './place.ts'

const grouped = /\d{1,3}(?:\.\d{3}){1,9}(?!\d)(?:,\d{1,30}(?!,?\d))?/y
const englishGrouped = /\d{1,3}(?:,\d{3}){2,9}(?![\d,])/y
const dotted = /\d{1,4}(?:\.\d{1,4}){1,5}(?![.]?\d)/y
const decimal = /\d{1,30},\d{1,30}(?!,?\d)/y
const digits = /\d{1,60}/y
const plain = /(?:\d{1,9}|[1-9]\d{0,2}(?:\.\d{3}){1,3}(?:,\d{1,3})?|[1-9]\d{0,8},\d{1,3})(?=$|\n|[.,;!?](?:$|[ \n])| (?!giờ )\p{L}|%(?![\p{L}\d._%+@-]))/uy
const times = /[x×] ?(?=\d)/uy
const money = /([$€£¥]) ?(\d{1,3}(?:\.\d{3}){1,5}|\d{1,15})(,\d{1,6})?(?: (nghìn|ngàn|triệu|tỷ|tỉ)(?!\p{L}))?/uy
const currencies: Readonly<Record<string, string>> = { $: 'đô la', '€': 'ơ rô', '£': 'bảng anh', '¥': 'yên' }

const nounAfter = / \p{L}/uy
/** What the number behind these names, not counts: "tổ dân phố số 05". */
const serial = new Set('số|tổ|thôn|xóm|khu|phố|bản|ấp|đội|thị|quyết|định|tư|luận|hoạch|lớp|phòng|tuyến|mã|khóa|kênh'.split('|'))
const editions = new Set(['công nghiệp', 'nông nghiệp', 'phiên bản'])
const places = new Set(['điều', 'khoản', 'mục', 'tiểu mục', 'phần', 'chương', 'điểm', 'bảng', 'hình', 'tiêu chí'])

/** Does the point between digits belong to a name or a place in a document (công nghiệp 4.0, mục 2.1) and is said? */
function saidPoint(place: Place, parts: number): boolean {
  return parts > 2 || editions.has(phraseBefore(place, 2)) || places.has(phraseBefore(place, 1))
}

function readDotted(place: Place): Reading | null {
  const found = matchHere(dotted, place)
  if (found === null) return null
  const parts = found[0].split('.')
  const [whole = '', fraction = ''] = parts
  const spoken = saidPoint(place, parts.length) ? parts.map(wholeWords).join(' chấm ') : `${wholeWords(whole)} phẩy ${fractionWords(fraction)}`
  return { kind: 'number', length: found[0].length, spoken }
}

function readWhole(place: Place): Reading | null {
  const found = matchHere(digits, place)
  if (found === null) return null
  const written = found[0]
  const value = Number(written)
  const reading = (spoken: string, kind: Reading['kind'] = 'number'): Reading => ({ kind, length: written.length, spoken })
  if (isDayNumber(place, written)) return reading(dayWords(value), 'day')
  const before = lastSaid(place)
  const last = phraseBefore(place, 1)
  if (last === 'mùng' || last === 'mồng') return reading(value <= 31 ? integerWords(BigInt(value)) : wholeWords(written), 'day')
  // Days of a range that began with one: "ngày 5-10".
  if (before?.kind === 'sign' && last === 'đến' && lastSaid(place, 1)?.kind === 'day' && value >= 1 && value <= 31) return reading(`ngày ${dayWords(value)}`, 'day')
  if (last === 'tháng' && value >= 1 && value <= 12) return reading(monthWords(value))
  const months = before?.kind === 'sign' && last === 'đến' && phraseBefore(place, 3).startsWith('tháng ')
  if (months && value >= 1 && value <= 12) return reading(`tháng ${monthWords(value)}`)
  if (/^0[1-9]$/.test(written) && !serial.has(last) && matchHere(nounAfter, place, 2) !== null) return reading(integerWords(BigInt(written)))
  if (last === 'thứ' && !written.startsWith('0') && written.length < 4) return reading(ordinalWords(value))
  return reading(wholeWords(written))
}

/** Money with the sign before: "$5 triệu" → "năm triệu đô la". */
export function readMoney(place: Place): Reading | null {
  const found = matchHere(money, place)
  if (found === null) return null
  const [written, sign = '', number = '', decimals = '', scale] = found
  const words = [numeralWords(number + decimals), ...(scale === undefined ? [] : [scale]), currencies[sign] ?? '']
  return { kind: 'unit', length: written.length, spoken: words.join(' ') }
}

/** A number: with points between thousands, a decimal comma, a said point, or a plain row of digits. */
export function readNumber(place: Place): Reading | null {
  const found = matchHere(grouped, place)
  // 4.000 after "phiên bản" is still four thousand: three digits behind a point are thousands wherever they stand.
  if (found !== null) return { kind: 'number', length: found[0].length, spoken: numeralWords(found[0]) }
  const english = matchHere(englishGrouped, place)
  if (english !== null) return { kind: 'number', length: english[0].length, spoken: numeralWords(english[0].replaceAll(',', '')) }
  const point = readDotted(place)
  if (point !== null) return point
  // Right behind a comma stands the next of a list: 1,2,3.
  const comma = signBefore(place) === ',' ? null : matchHere(decimal, place)
  if (comma !== null) return { kind: 'number', length: comma[0].length, spoken: numeralWords(comma[0]) }
  return readWhole(place)
}

/** A number among words or at their end, which nothing else can be: most of them. */
export function readPlainNumber(place: Place): Reading | null {
  return matchHere(plain, place) === null || mayBeHotline(place) ? null : readNumber(place)
}

/** Two sizes multiplied: the x between digits. */
export function readTimes(place: Place): Reading | null {
  const found = matchHere(times, place)
  return found !== null && lastSaid(place)?.kind === 'number' && wordsBefore(place, 1).length > 0 ? { kind: 'sign', length: found[0].length, spoken: 'nhân' } : null
}
