import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { exportRecord, importRecord } from './import-record.ts'
import { recordJson } from './record-json.ts'

const folder = path.join(import.meta.dirname, 'samples')
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8')
const samples = readdirSync(folder).filter((file) => file.endsWith('.txt'))

/** What a record must be read as; written anew with RENEW_SAMPLES=1, then to be read by eye. */
function readingOf(bytes: Uint8Array): unknown {
  const record = importRecord(decoder.decode(bytes))
  const roundTrip = bytesOf(exportRecord(record)).equals(bytes)
  const { estimatedSeconds: _seconds, ...json } = recordJson(record, { estimatedSeconds: 0, roundTrip })
  const people = record.people.map(({ name, title, match }) => ({ name, title, ...(match === null ? {} : match.sure ? { is: match.name } : { perhaps: match.candidates }) }))
  return { ...json, people, faults: record.faults.map(({ field, line, message }) => `${line ?? '-'} ${field}: ${message}`), doubts: record.doubts.map(({ line, message }) => `${line}: ${message}`) }
}

for (const file of samples) {
  test(`${file} is read as an editor would read it`, () => {
    const expected = path.join(folder, file.replace('.txt', '.json'))
    const reading = readingOf(readFileSync(path.join(folder, file)))
    if (process.env['RENEW_SAMPLES'] === '1') writeFileSync(expected, `${JSON.stringify(reading, null, 2)}\n`)
    assert.deepEqual(reading, JSON.parse(readFileSync(expected, 'utf8')))
  })
}

test('there are records for every way the old page is known to break', () => {
  assert.ok(samples.length >= 14)
  const raw = (part: string): string => readFileSync(path.join(folder, samples.find((file) => file.includes(part))!), 'utf8')
  assert.ok(raw('windows').startsWith('\ufeff') && raw('windows').includes('\r\n') && raw('windows').includes('\u00a0'))
  assert.notEqual(raw('decomposed'), raw('decomposed').normalize('NFC'))
  assert.equal(raw('empty.txt'), '')
})

const parts = fc.constantFrom('Danh mục', 'NỘI DUNG', 'Nội dung: ', 'Chú thích duyệt', 'File Video :', 'Người tạo Ngày tạo Người duyệt Ngày duyệt', 'Trần Mẫu 11/10/2018 15:20 ', '31/02/2018 9:99', 'Phim:', 'PV: ', 'Đ/c … Lan, Bí thư: ', 'Ông Nam – Giám đốc: ', ' xin đ/c cho biết?', 'Tôi làm. ', 'Thưa quý vị', '<p>', '&nbsp;', '&#7897;', '\u00a0', '\ufeff', '\u0001', '\u0000', ' ', '\t', '...', ':')
const lineEnds = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '')
const oldText = fc.array(fc.tuple(fc.oneof({ weight: 3, arbitrary: parts }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) }), lineEnds), { maxLength: 30 }).map((all) => all.flat().join(''))

test('whatever is imported is exported again byte for byte, and every line that says something is somewhere', () => {
  fc.assert(
    fc.property(oldText, (text) => {
      const bytes = bytesOf(text)
      const record = importRecord(decoder.decode(bytes))
      assert.ok(bytesOf(exportRecord(record)).equals(bytes))
      const lines = text === '' ? [] : text.split(/\r\n|\r|\n/)
      const told = new Map<number, string>()
      for (const { line, raw, place } of record.pieces) if (place !== 'blank') told.set(line, (told.get(line) ?? '') + raw)
      for (const [index, line] of lines.entries()) if (/[\p{L}\p{N}]/u.test(line.replaceAll(/<[^<>]{0,400}>|&[^;]{0,8};/g, ''))) assert.equal(told.get(index + 1)?.replace(/[\r\n]+$/, ''), line)
      const inBlocks = record.pieces.filter(({ place }) => place === 'block').map(({ raw }) => raw)
      assert.deepEqual(record.blocks.map(({ raw }) => raw), inBlocks)
    }),
    { numRuns: 400 },
  )
})

test('any signs UTF-8 can hold come back as the same bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const bytes = bytesOf(text)
      assert.ok(bytesOf(exportRecord(importRecord(decoder.decode(bytes)))).equals(bytes))
    }),
    { numRuns: 300 },
  )
})

test('a text of 80,000 signs made to hang does not', () => {
  const size = 80_000
  const hostile = ['<'.repeat(size), '&#'.repeat(size / 2), ' '.repeat(size), 'PV: '.repeat(size / 4), 'đ/c '.repeat(size / 4), '. Ông Ông'.repeat(size / 9), 'A '.repeat(size / 2), ':'.repeat(size), '1/1/2018 '.repeat(size / 9), `Người tạo Ngày tạo\n${'A 1/1/2018 10:00\n'.repeat(size / 17)}`, 'xin a '.repeat(size / 6), '\r'.repeat(size), '…'.repeat(size), 'NGƯỜI TẠO\n'.repeat(size / 10)]
  for (const text of hostile) {
    const began = performance.now()
    assert.equal(exportRecord(importRecord(text)), text)
    const took = performance.now() - began
    assert.ok(took < 10_000, `${text.slice(0, 12)}… took ${Math.round(took)} ms`)
  }
})
