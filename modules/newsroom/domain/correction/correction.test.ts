import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { correctionTerm } from './deadline.ts'
import { lackingParts } from './lacking-parts.ts'
import { mandatoryParts, missingParts, noticeBlocks, noticeParagraphs } from './notice.ts'

const day = calendarDate
const calendar = { holidays: new Set(['2026-09-02']), madeUp: new Set<string>(), knownUntil: day('2026-12-31') }
const text = {
  documentNumber: '45/KL-STTTT',
  documentIssuer: 'Sở Văn hóa và Thể thao',
  documentDate: day('2026-11-16'),
  workName: 'Chi bộ thôn',
  columnName: 'Xây dựng Đảng',
  airedOn: day('2026-11-10'),
  falseContent: 'Chi bộ kết nạp 15 đảng viên',
  correctedContent: 'Chi bộ kết nạp 5 đảng viên.',
  apology: 'Chúng tôi thành thật xin lỗi chi bộ thôn và quý vị.',
}

test('the term is five days from receipt, its last day moved off a day off, by the rule of that day', () => {
  const term = (received: string) => correctionTerm(day(received), calendar)
  assert.deepEqual([term('2026-11-18')?.due, term('2026-11-18')?.confidence], ['2026-11-23', 'unverified'])
  assert.equal(term('2026-11-17')?.due, '2026-11-23', 'the fifth day is a Sunday')
  assert.equal(term('2026-08-28')?.due, '2026-09-03', 'the fifth day is a holiday')
  assert.deepEqual([term('2010-03-01')?.due, term('2010-03-01')?.confidence], ['2010-03-08', 'secondary'])
  assert.equal(term('2001-01-01'), null)
  assert.equal(correctionTerm(day('2026-11-20'), calendar, [{ from: day('2026-01-01'), days: 5, unit: 'working-day', text: '', confidence: 'unverified' }])?.due, '2026-11-27')
})

test('a notice has its title, the work, the column, the day, what was false, what is right, and the apology directly after', () => {
  const paragraphs = noticeParagraphs(text)
  assert.equal(paragraphs[0], 'Thông tin cải chính, xin lỗi.')
  for (const part of ['Chi bộ thôn', 'Xây dựng Đảng', '10/11/2026', '45/KL-STTTT', text.falseContent, text.correctedContent]) assert.ok(paragraphs.join('\n').includes(part), part)
  assert.deepEqual(paragraphs.slice(-2), ['Nay chúng tôi xin cải chính: Chi bộ kết nạp 5 đảng viên.', text.apology])
  assert.deepEqual(noticeBlocks(text, () => 'id').map((block) => block.kind), Array<string>(5).fill('lead_in'))
})

test('each part that is missing is named', () => {
  assert.deepEqual(missingParts(text), [])
  for (const part of mandatoryParts) assert.deepEqual(missingParts({ ...text, [part]: '  ' }), [part])
})

test('a notice that was changed lacks each part it no longer reads out word for word; marks, capitals and how the day is written do not matter', () => {
  const blocks = noticeBlocks(text, () => 'id').map((block, at) => ({ ...block, id: String(at) }))
  const changed = (from: string, to: string) => lackingParts(text, blocks.map((block) => ('text' in block ? { ...block, text: block.text.replace(from, to) } : block)), [])
  assert.deepEqual(lackingParts(text, blocks, []), [])
  assert.deepEqual(changed('5 đảng viên.', '15 đảng viên.'), ['correctedContent'])
  assert.deepEqual(changed('15 đảng viên', 'nhiều đảng viên'), ['falseContent'])
  assert.deepEqual(changed('“Chi bộ thôn”', 'của chúng tôi'), [], 'the name of the work still stands in what else is said')
  assert.deepEqual(changed('xin lỗi.', ''), ['title'])
  for (const day of ['10-11-2026', '10 tháng 11 năm 2026']) assert.deepEqual(changed('10/11/2026', day), [], day)
  assert.deepEqual(changed('10/11/2026', '11/11/2026'), ['airedOn'])
  assert.deepEqual(changed('Chúng tôi thành thật', 'CHÚNG TÔI, thành thật'), [])
  assert.deepEqual(lackingParts(text, blocks, ['4']), ['apology'], 'a cut block is not read out')
  assert.deepEqual(lackingParts(text, blocks.map((block) => ({ ...block, kind: 'graphic', text: 'text' in block ? block.text : '' })), []).length, 7, 'a caption on the screen is not read out')
})
