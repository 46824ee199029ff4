import assert from 'node:assert/strict'
import { test } from 'node:test'
import { specOf } from './columns.ts'
import { parseCell } from './parse-cell.ts'
import { buildSheet, type PlainCell } from './sheet-builder.ts'

function columnOf(sheet: 'units' | 'posts' | 'people' | 'holdings', key: string) {
  const column = specOf(sheet).columns.find((one) => one.key === key)
  assert.ok(column)
  return column
}

function read(sheet: 'units' | 'posts' | 'people' | 'holdings', key: string, plain: PlainCell): unknown {
  const cell = buildSheet('x', [[plain]]).rows[0]?.[0]
  assert.ok(cell)
  const result = parseCell(columnOf(sheet, key), cell)
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
  assert.equal(read('people', 'code', null), 'required')
  assert.equal(read('people', 'code', '   '), 'required')
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
