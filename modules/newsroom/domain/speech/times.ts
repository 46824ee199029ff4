import { countedNoun } from './counted-nouns.ts'
import { integerWords } from './number-words.ts'
import { matchHere, phraseBefore, type Place, type Reading } from './place.ts'
import { isScore } from './ranges.ts'

const clock = /(\d{1,2})(?:[hg:]| ?giờ )(\d{1,2})(?::(\d{2}))?(?:'| phút|ph?)?(?![\d\p{L}/]|,\d)/uy
const hour = /(\d{1,2})([hg])(?![\p{L}\d])/uy
const duration = /(\d{1,3})'(?:(\d{1,2})(?:"|''|(?!\d)))?(?![\p{L}\d])/uy
const momentWords = new Set(['lúc', 'hồi', 'vào', 'sáng', 'trưa', 'chiều', 'tối', 'đêm', 'đến', 'từ'])

/** In a time of day two fours stay alike: bốn mươi bốn phút. */
function number(text: string): string {
  return Number(text) === 44 ? 'bốn mươi bốn' : integerWords(BigInt(text))
}

function readClock(place: Place): Reading | null {
  const found = matchHere(clock, place)
  if (found === null) return null
  const [written, hours = '', minutes = '', seconds] = found
  const inWords = written.includes('giờ')
  if (Number(hours) > 24 || Number(minutes) > 59 || (!inWords && minutes.length < 2)) return null
  if (inWords && !written.endsWith('phút') && countedNoun(place, written.length)) return null
  if (written.includes(':') && isScore(place)) return null
  const words = [number(hours), 'giờ']
  if (Number(minutes) > 0 || seconds !== undefined) words.push(number(minutes), 'phút')
  if (seconds !== undefined) words.push(number(seconds), 'giây')
  return { kind: 'time', length: written.length, spoken: words.join(' ') }
}

/** A time of day (16h44, 16 giờ 44, 16:44, 06:54:10, 7h) or a length in minutes and seconds (02'30"). */
export function readTime(place: Place): Reading | null {
  const found = readClock(place)
  if (found !== null) return found
  const alone = matchHere(hour, place)
  // g is also the gram: an hour only where the word before speaks of one.
  if (alone !== null && Number(alone[1]) <= 24 && (alone[2] === 'h' || momentWords.has(phraseBefore(place, 1)))) {
    return { kind: 'time', length: alone[0].length, spoken: `${number(alone[1] ?? '')} giờ` }
  }
  const length = matchHere(duration, place)
  if (length === null) return null
  const seconds = length[2] === undefined ? '' : ` ${number(length[2])} giây`
  return { kind: 'time', length: length[0].length, spoken: `${number(length[1] ?? '')} phút${seconds}` }
}
