import { readAbbreviation } from './abbreviations.ts'
import { mayHoldAddress, readAddress, readPhone } from './addresses.ts'
import { cleanText } from './clean-text.ts'
import { readDate, readYearStroke } from './dates.ts'
import type { Dictionary } from './dictionary.ts'
import { readDocumentNumber } from './document-number.ts'
import { readMoney, readNumber, readPlainNumber, readTimes } from './numerals.ts'
import { endsSentence, type Place, type Reader, type Reading, type Said } from './place.ts'
import { plainReader } from './plain-words.ts'
import { readDash, readFraction, readRow, readScore } from './ranges.ts'
import { readGap, readSign } from './signs.ts'
import { countSyllables } from './syllables.ts'
import { readTime } from './times.ts'
import { readPer, readUnit } from './units.ts'
import { readCapitals, readRoman, readWord } from './words.ts'

/** A part of the written text, what is said for it (empty for blanks and marks) and the syllables of that. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly written: string
  readonly spoken: string
  readonly syllables: number
}

const letters: readonly Reader[] = [readAddress, readTimes, readAbbreviation, readUnit, readRoman, readCapitals, readWord]
const digits: readonly Reader[] = [readPlainNumber, readAddress, readPhone, readTime, readDate, readDocumentNumber, readScore, readRow, readFraction, readNumber]
const marks: readonly Reader[] = [readAddress, readPhone, readMoney, readDash, readYearStroke, readPer, readTimes, readUnit, readAbbreviation, readSign]

const letter = /\p{L}/u
const digit = /\d/

function readersFor(sign: string): readonly Reader[] {
  if (digit.test(sign)) return digits
  return letter.test(sign) ? letters : marks
}

function read(place: Place): Reading {
  for (const reader of readersFor(String.fromCodePoint(place.text.codePointAt(place.at) ?? 0))) {
    const reading = reader(place)
    if (reading !== null && reading.length > 0) return reading
  }
  return readGap(place)
}

/**
 * What a reader says for a written text, piece by piece. The pieces cover the text without a gap: their written parts together are the text, sign by
 * sign, also where it holds non-breaking blanks or decomposed letters. `from` and `to` are offsets into the text as given.
 */
export function speak(text: string, dictionary: Dictionary): readonly Piece[] {
  if (text === '') return []
  const clean = cleanText(text)
  const plain = plainReader(clean.text, dictionary)
  const addresses = mayHoldAddress(clean.text)
  const pieces: Piece[] = []
  let said: Said[] = []
  for (let at = 0; at < clean.text.length; ) {
    const known = plain(at)
    const { kind, length, spoken } = known ?? read({ text: clean.text, at, pieces: pieces.length, said, dictionary, addresses })
    const next = at + length
    if (kind !== 'gap') said.push({ kind, from: at, to: next, spoken, number: pieces.length })
    else if (endsSentence(clean.text.slice(at, next))) said = []
    const from = clean.offsets === null ? at : (clean.offsets[at] ?? 0)
    const to = clean.offsets === null ? next : (clean.offsets[next] ?? text.length)
    pieces.push({ from, to, written: text.slice(from, to), spoken, syllables: known?.syllables ?? countSyllables(spoken) })
    at = next
  }
  // Only zero-width signs were written.
  return pieces.length > 0 ? pieces : [{ from: 0, to: text.length, written: text, spoken: '', syllables: 0 }]
}

/** The spoken words of pieces, separated by one blank. */
export function spokenText(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => piece.spoken)
    .filter((spoken) => spoken !== '')
    .join(' ')
}
