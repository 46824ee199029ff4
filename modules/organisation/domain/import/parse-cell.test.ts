import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { specOf } from './columns.ts'
import { parseCell, previewText } from './parse-cell.ts'
import { buildSheet, type PlainCell } from './sheet-builder.ts'

function columnOf(sheet: 'units' | 'posts' | 'people' | 'holdings', key: string) {
  const column = specOf(sheet).columns.find((one) => one.key === key)
  assert.ok(column)
  return column
}

function read(sheet: 'units' | 'posts' | 'people' | 'holdings', key: string, plain: PlainCell): unknown {
  const cell = buildSheet('x', [[plain]]).rows[0]?.[0]
  assert.ok(cell)
  const result = parseCell(columnOf(sheet, key), cell, calendarDate('2026-11-20'))
  return result.ok ? result.value : result.code
}

const dates: readonly [PlainCell, unknown][] = [
  ['01/07/2025', '2025-07-01'],
  [' 1/7/2025 ', '2025-07-01'],
  ['1-7-2025', '2025-07-01'],
  ['2025-07-01', '2025-07-01'],
  [{ date: '2025-07-01' }, '2025-07-01'],
  [45_839, '2025-07-01'],
  [1975, 'not-a-date'],
  [45_839.5, 'not-a-date'],
  ['31/02/2025', 'not-a-date'],
  ['07/2025', 'not-a-date'],
  ['hôm qua', 'not-a-date'],
  [true, 'not-a-date'],
  [null, null],
  [{ formula: '01/07/2025' }, 'formula'],
  [{ error: '#REF!' }, 'cell-error'],
]
for (const [plain, expected] of dates) {
  test(`a date written as ${JSON.stringify(plain)} is read as ${String(expected)}`, () => assert.equal(read('people', 'birthDate', plain), expected))
}

test('text is tidied and made NFC, so that decomposed accents are no other name', () => {
  assert.equal(read('people', 'fullName', '  Nguyễn\u00a0 Văn   Ðức '.normalize('NFD')), 'Nguyễn Văn Ðức'.normalize('NFC'))
})

test('a code keeps its leading noughts as text and may be a whole number', () => {
  assert.equal(read('people', 'code', '00123'), '00123')
  assert.equal(read('people', 'code', 123), '123')
  assert.equal(read('people', 'code', 12.5), 'not-text')
  assert.equal(read('people', 'code', { date: '2025-01-01' }), 'not-text')
  assert.equal(read('people', 'code', 'x'.repeat(36)), 'too-long')
  assert.equal(read('posts', 'code', null), 'required')
  assert.equal(read('posts', 'code', '   '), 'required')
})

test('a term of a list is known with and without accents, in English and by its code', () => {
  for (const text of ['Nữ', 'nu', 'NU', 'Female', 'female']) assert.equal(read('people', 'sex', text), 'female')
  assert.equal(read('people', 'sex', 'khác'), 'not-in-list')
  assert.equal(read('units', 'kind', 'van phong cap uy'), 'party_office')
})

test('yes and no are read as people write them', () => {
  for (const plain of ['Có', 'có', 'co', 'x', 'X', 1, '1', true]) assert.equal(read('posts', 'isLeader', plain), true)
  for (const plain of ['Không', 'khong', 0, 'No', false]) assert.equal(read('posts', 'isLeader', plain), false)
  assert.equal(read('posts', 'isLeader', 'có lẽ'), 'not-yes-or-no')
  assert.equal(read('posts', 'isLeader', null), 'required')
})

test('a number of places is a whole number from 1 to 500', () => {
  assert.equal(read('posts', 'places', 3), 3)
  assert.equal(read('posts', 'places', '3'), 3)
  for (const plain of [0, 501, 1.5, -1, 'ba']) assert.equal(read('posts', 'places', plain), 'not-a-count')
})

test('an identity number is read as text of full length; a number cell that lost its noughts is none', () => {
  assert.equal(read('people', 'personal_id', '099 185 123 456'), '099185123456')
  assert.equal(read('people', 'personal_id', 199_185_123_456), '199185123456')
  assert.equal(read('people', 'personal_id', 99_185_123_456), 'not-an-identity-number')
  assert.equal(read('people', 'personal_id', '••••••456'), 'not-an-identity-number')
  assert.equal(read('people', 'old_id_card', '012345678'), '012345678')
  assert.equal(read('people', 'personal_id', null), null)
})

test('a preview shows the last digits of an identity number, also of one in a wrong column or with a digit too many', () => {
  const shown = (key: string, plain: PlainCell) => previewText(columnOf('people', key), buildSheet('x', [[plain]]).rows[0]?.[0] ?? assert.fail())
  assert.equal(shown('personal_id', '099185123456'), '••••••456')
  assert.equal(shown('personal_id', '0991851234567'), '••••••567')
  assert.equal(shown('personal_id', 'chưa có'), '••••••')
  assert.equal(shown('birthDate', '099185123456'), '••••••456')
  assert.equal(shown('fullName', 'Đặng Thị Mơ'), 'Đặng Thị Mơ')
})
