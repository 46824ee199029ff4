import { countedNoun } from './counted-nouns.ts'
import { dayWords, integerWords, monthWords, wholeWords } from './number-words.ts'
import { lastSaid, matchHere, phraseBefore, type Place, type Reading, type Said } from './place.ts'

const full = /(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/])/y
const span = /(\d{1,2}) ?[-–] ?(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?![\d/])/y
const short = /(\d{1,2})\/(\d{1,2})(?![\d/]|,\d| ?%)/y
const monthOfYear = /(\d{1,2})([/.-])(\d{4})(?![\d/])/y
const monthSpan = /(\d{1,2}) ?[-–] ?(\d{1,2})\/(\d{4})(?![\d/])/y
const ofYear = /(\d{1,6})\/(\d{4})(?![\d/])/y

const share = / (?:số|diện tích|dân số)(?!\p{L})/uy

const beforeDay = new Set(
  ['ngày', 'sáng', 'trưa', 'chiều', 'tối', 'đêm', 'hôm', 'từ', 'đến', 'mùng', 'mồng', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy', 'chủ nhật']
    .concat(['nay', 'qua', 'mai', 'kia']),
)
/** Holidays are named by their date alone: "dịp lễ 30/4". */
const holidays = new Set(['lễ', 'dịp', 'kỷ niệm', 'quốc khánh'])
/** Words whose number counts within a year: "quý 3/2018", "Nghị định 335/2025". */
const numbered = new Set(['quý', 'số', 'kỳ', 'đợt', 'vụ', 'lần', 'luật', 'lệnh', 'khóa', 'nghị định', 'thông tư', 'quyết định', 'quy định', 'chỉ thị', 'nghị quyết', 'kế hoạch', 'hướng dẫn', 'pháp lệnh'])

function isYear(text: string): boolean {
  return Number(text) >= 1800 && Number(text) <= 2199
}

function isDay(day: string, month: string): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
}

function after(place: Place, words: ReadonlySet<string>): boolean {
  return words.has(phraseBefore(place, 1)) || words.has(phraseBefore(place, 2))
}

/** The name of a Day before the place: "Ngày Quốc tế Phụ nữ 8/3". */
function namedDay(place: Place): boolean {
  for (let back = 1; back < 9; back++) {
    const [said, next] = [lastSaid(place, back), lastSaid(place, back - 1)]
    if (said === null || next === null || next.kind === 'number') return false
    if (said.spoken === 'ngày') return /\p{Lu}/u.test(place.text.charAt(next.from))
  }
  return false
}

/** The day or date that this one goes on from: "ngày 5, 6 và 7/9", "lễ 30/4, 1/5". */
function continued(place: Place): Said | null {
  for (let back = 0; back < 6; back++) {
    const said = lastSaid(place, back)
    if (said === null) return null
    if (said.kind === 'day' || said.kind === 'date') return said
    if (said.kind !== 'number' && said.spoken !== 'và' && said.spoken !== 'đến') return null
  }
  return null
}

function isBare(place: Place): boolean {
  const last = phraseBefore(place, 1)
  if (last === 'ngày' || last === 'hôm') return true
  if (after(place, beforeDay)) return false
  const before = continued(place)
  return before === null ? after(place, holidays) || namedDay(place) : !before.spoken.startsWith('ngày')
}

function dayName(place: Place, day: string): string {
  const last = phraseBefore(place, 1)
  if (last === 'mùng' || last === 'mồng') return integerWords(BigInt(day))
  return isBare(place) ? dayWords(Number(day)) : `ngày ${dayWords(Number(day))}`
}

function rest(month: string, year: string | undefined): string {
  return ` tháng ${monthWords(Number(month))}${year === undefined ? '' : ` năm ${integerWords(BigInt(year))}`}`
}

function readDay(place: Place): Reading | null {
  const whole = matchHere(full, place)
  if (whole !== null && isDay(whole[1] ?? '', whole[3] ?? '') && isYear(whole[4] ?? '')) {
    return { kind: 'date', length: whole[0].length, spoken: dayName(place, whole[1] ?? '') + rest(whole[3] ?? '', whole[4]) }
  }
  const days = matchHere(span, place)
  const near = matchHere(short, place)
  if (days === null && near === null) return null
  const dated = after(place, beforeDay) || after(place, holidays) || namedDay(place)
  if (days !== null && (dated || days[4] !== undefined) && isDay(days[1] ?? '', days[3] ?? '') && isDay(days[2] ?? '', '1') && phraseBefore(place, 1) !== 'tháng') {
    return { kind: 'date', length: days[0].length, spoken: `${dayName(place, days[1] ?? '')} đến ngày ${dayWords(Number(days[2]))}${rest(days[3] ?? '', days[4])}` }
  }
  if (near === null || !isDay(near[1] ?? '', near[2] ?? '') || !(dated || continued(place) !== null)) return null
  // "đến 2/3 số hộ", "từ 3/5 tiêu chí" are parts, not days.
  if (phraseBefore(place, 1) !== 'ngày' && (countedNoun(place, near[0].length) || matchHere(share, place, near[0].length) !== null)) return null
  return { kind: 'date', length: near[0].length, spoken: dayName(place, near[1] ?? '') + rest(near[2] ?? '', undefined) }
}

function readMonth(place: Place): Reading | null {
  const said = phraseBefore(place, 1) === 'tháng'
  const months = said ? matchHere(monthSpan, place) : null
  if (months !== null && isDay('1', months[1] ?? '') && isDay('1', months[2] ?? '')) {
    return { kind: 'date', length: months[0].length, spoken: `${monthWords(Number(months[1]))} đến tháng ${monthWords(Number(months[2]))} năm ${integerWords(BigInt(months[3] ?? ''))}` }
  }
  const found = matchHere(monthOfYear, place)
  if (found === null || !isDay('1', found[1] ?? '') || !isYear(found[3] ?? '') || (!said && found[2] !== '/') || after(place, numbered)) return null
  return { kind: 'date', length: found[0].length, spoken: `${said ? '' : 'tháng '}${monthWords(Number(found[1]))} năm ${integerWords(BigInt(found[3] ?? ''))}` }
}

function readOfYear(place: Place): Reading | null {
  const found = matchHere(ofYear, place)
  if (found === null || !isYear(found[2] ?? '') || countedNoun(place, found[0].length)) return null
  return { kind: 'document', length: found[0].length, spoken: `${wholeWords(found[1] ?? '')} năm ${integerWords(BigInt(found[2] ?? ''))}` }
}

const strokeYear = /\/(\d{4})(?![\d/])/y

/** The year behind a Roman numeral or what is numbered in words: "quý I/2018". */
export function readYearStroke(place: Place): Reading | null {
  const found = matchHere(strokeYear, place)
  const last = lastSaid(place)
  if (found === null || last?.kind !== 'roman' || last.to !== place.at || !isYear(found[1] ?? '')) return null
  return { kind: 'document', length: found[0].length, spoken: `năm ${integerWords(BigInt(found[1] ?? ''))}` }
}

/** Dates: dd/MM/yyyy (also with - or .), dd/MM where the words before speak of a day, several days of a month, M/yyyy, number and year. */
export function readDate(place: Place): Reading | null {
  return readDay(place) ?? readMonth(place) ?? readOfYear(place)
}

const counted = new Set(['mỗi ngày', 'một ngày', 'hằng ngày', 'hàng ngày'])

/** Is the number here the day after "ngày", not a count of each day ("mỗi ngày 5 chuyến", "3 ngày 2 đêm")? */
export function isDayNumber(place: Place, digits: string): boolean {
  if (digits.length > 2 || Number(digits) < 1 || Number(digits) > 31 || phraseBefore(place, 1) !== 'ngày') return false
  return !counted.has(phraseBefore(place, 2)) && lastSaid(place, 1)?.kind !== 'number'
}
