import { calendarDate } from '#kernel/calendar-date.ts'
import { add, toDecimal, zero, type Rational } from '#kernel/rational.ts'
import { exportRecord, importRecord, recordJson, type ImportedRecord } from '#modules/newsroom/domain/record/index.ts'
import { blockSeconds, defaultDictionary, defaultPauses, dictionaryOf, pausesOn, speak } from '#modules/newsroom/domain/speech/index.ts'
import { docxText } from '#platform/documents/docx-text.ts'
import { CommandError, readInputBytes, type Answer } from './command.ts'

const usage = 'newsroom import FILE [--explain]'
const expected = 'trang của hệ thống cũ hoặc văn bản thường, UTF-8'
/** Pauses of a record are those of today's table: there is one, from the beginning. */
export const pauses = pausesOn(defaultPauses, calendarDate('2999-12-31'))

/** Whether a file begins as a ZIP package does, which a DOCX is; a text may begin with “PK” too. */
function isPackage(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** The text of a file, its byte order mark too, or an error that says how to save it. */
export function textOf(file: string, bytes: Uint8Array): string {
  if (isPackage(bytes)) {
    const text = docxText(bytes)
    if (text !== null) return text
    throw new CommandError(file, 'Tệp nén này không phải tệp Word đọc được', `${expected}; hoặc .docx do Word lưu`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    const good = new TextDecoder('utf-8').decode(bytes)
    const line = good.slice(0, good.indexOf('\ufffd')).split(/\r\n|\r|\n/).length
    throw new CommandError(`${file}:${line}`, `Dòng ${line} không phải chữ UTF-8`, `${expected}: mở tệp bằng bảng mã cũ (TCVN3, VNI, UTF-16) rồi lưu lại bằng UTF-8`)
  }
}

/**
 * Seconds to read what is read: not what stays unclassified here, which is headings and the page's own lines, and not
 * soundbites, whose time is their media's.
 */
function estimate(record: ImportedRecord): Rational {
  const dictionary = dictionaryOf(defaultDictionary)
  return record.blocks
    .filter(({ kind }) => kind !== 'unclassified')
    .map(({ kind, words }) => blockSeconds({ kind, text: words }, (text) => speak(text, dictionary), {}, pauses) ?? zero)
    .reduce(add, zero)
}

/** How the reading came about: each line's place, people and whom they may be, and what is in doubt. */
function explanation(record: ImportedRecord): Record<string, unknown> {
  return {
    lines: record.pieces.map(({ line, place }) => ({ line, place })),
    blocks: record.blocks.map(({ kind, line, by, speaker, title, words }) => ({ kind, line, by, speaker, title, words })),
    approvals: record.approvals,
    people: record.people,
    doubts: record.doubts,
  }
}

/**
 * `thuocdo newsroom import FILE`: an old record as title, blocks and approval steps. Faults go to standard error and make the
 * exit status 2; what could be read is printed all the same.
 */
export async function importCommand(args: readonly string[]): Promise<Answer> {
  const note = 'FILE là trang lưu từ hệ thống cũ, văn bản thường UTF-8, hoặc tệp Word .docx; - đọc từ đầu vào chuẩn. roundTrip: xuất lại đúng từng byte (tệp Word: đúng từng chữ của lời trong tệp). estimatedSeconds: thời gian đọc, không kể phát biểu (tính theo băng). --explain: thêm từng dòng thuộc đâu, chỗ nào chưa chắc'
  if (args[0] === '--help') return { output: { usage: [`thuocdo ${usage}`], note }, errors: [] }
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--explain')
  if (unknown !== undefined) throw new CommandError('argv', `Không có lựa chọn “${unknown}”`, usage)
  const [file, ...more] = args.filter((arg) => arg !== '--explain')
  if (file === undefined) throw new CommandError('argv', 'Chưa nói tệp nào', usage)
  if (more.length > 0) throw new CommandError('argv', 'Chỉ nhận một tệp', usage)
  const bytes = await readInputBytes(file, 'đường dẫn tệp văn bản UTF-8, tệp .docx, hoặc -')
  const text = textOf(file, bytes)
  const record = importRecord(text)
  // A Word file is compared by the text in it: its package is not made again, it stays the file it is.
  const original = isPackage(bytes) ? Buffer.from(text, 'utf8') : bytes
  const roundTrip = Buffer.from(exportRecord(record), 'utf8').equals(original)
  const output = recordJson(record, { estimatedSeconds: Number(toDecimal(estimate(record), 2)), roundTrip })
  return {
    output: args.includes('--explain') ? { ...output, explanation: explanation(record) } : output,
    errors: record.faults.map(({ field, line, message, expected: wanted, todo }) => ({ file, path: field, line, message, expected: wanted, todo })),
  }
}
