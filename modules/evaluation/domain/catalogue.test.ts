import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asId } from '#kernel/id.ts'
import { Refusal } from '#kernel/refusal.ts'
import { coefficientOf, productTransitions, requireGroups, requireHeadFits, requireInGroup, shortPoints, showCoefficient } from './catalogue.ts'
import { columnOfHeader, productColumns, statusOfWord } from './catalogue-columns.ts'
import { checkProductRows, type ImportContext } from './catalogue-import.ts'
import type { ImportCell, ImportSheet } from './catalogue-table.ts'

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

test('the coefficient is points over standard points, exactly', () => {
  assert.equal(coefficientOf('90', '5'), '18/1')
  assert.equal(coefficientOf('7.5', '5.00'), '3/2')
  assert.equal(coefficientOf('10', '15'), '2/3')
  assert.equal(coefficientOf('0.1', '0.3'), '1/3')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 1, max: 99_999_999 }), (points, standard) => {
      const [n = '', d = ''] = coefficientOf((points / 100).toFixed(2), (standard / 100).toFixed(2)).split('/')
      assert.equal(BigInt(n) * BigInt(standard), BigInt(d) * BigInt(points))
    }),
  )
})

test('coefficients and points are shown as people write them', () => {
  assert.deepEqual(['18/1', '3/2', '2/3', '10/1', '1/8'].map(showCoefficient), ['18', '1.5', '0.6667', '10', '0.125'])
  assert.deepEqual(['7.50', '10.00', '100'].map(shortPoints), ['7.5', '10', '100'])
})

const groups = [{ code: 'N1', name: 'Đơn giản', maxPoints: '100' }, { code: 'N2', name: 'Thường xuyên', maxPoints: '200' }]

test('one code names one group', () => {
  requireGroups(groups)
  assert.throws(() => requireGroups([...groups, { code: 'N1', name: 'Khác', maxPoints: '300' }]), refused('evaluation.catalogue.group-twice'))
})

test('a head may not leave products without group, above its points or with another standard', () => {
  const uses = [{ group: 'N1', products: 3, mostPoints: '90.00' }]
  const head = { standardPoints: '5', groups }
  requireHeadFits({ standardPoints: '5.00' }, head, uses)
  requireHeadFits({ standardPoints: '5' }, { standardPoints: '25', groups: [] }, [])
  assert.throws(() => requireHeadFits({ standardPoints: '5' }, { ...head, standardPoints: '6' }, uses), refused('evaluation.catalogue.standard-in-use'))
  assert.throws(() => requireHeadFits({ standardPoints: '5' }, { ...head, groups: groups.slice(1) }, uses), refused('evaluation.catalogue.group-in-use'))
  assert.throws(() => requireHeadFits({ standardPoints: '5' }, { ...head, groups: [{ code: 'N1', name: '', maxPoints: '89.99' }] }, uses), refused('evaluation.catalogue.group-in-use'))
})

test('a product stands in a known group and within its points', () => {
  requireInGroup(groups, 'N1', '100')
  assert.throws(() => requireInGroup(groups, 'N1', '100.01'), refused('evaluation.product.points-above-group'))
  assert.throws(() => requireInGroup(groups, 'N9', '1'), refused('evaluation.product.unknown-group'))
})

test('proposed work is approved or turned down; retired work may come back', () => {
  assert.deepEqual(productTransitions.approve.from, ['proposed', 'retired'])
  assert.deepEqual(productTransitions.retire.from, ['proposed', 'approved'])
})

test('headers are recognised with and without accents, stars and case', () => {
  for (const column of productColumns) assert.equal(columnOfHeader(`${column.header} *`), column.key)
  assert.equal(columnOfHeader('MA SAN PHAM'), 'code')
  assert.equal(columnOfHeader('ten san pham / cong viec'), 'name')
  assert.equal(columnOfHeader('Đơn vị tính'.normalize('NFD')), 'unitOfCount')
  assert.equal(columnOfHeader('Ghi chú'), undefined)
})

test('a status word is read with and without accents; none means approved', () => {
  assert.deepEqual(['', 'Đã duyệt', 'de xuat', 'NGỪNG DÙNG', 'lạ'].map(statusOfWord), ['approved', 'approved', 'proposed', 'retired', undefined])
})

// The workbook under test.
const VP = asId<'unit'>('00000000-0000-7000-8000-000000000002')
const context: ImportContext = {
  standardPoints: '5',
  groups,
  unitIdByCode: new Map([['VP', VP]]),
  known: new Map([
    ['BI-01', { code: 'BI-01', name: 'Công văn', part: 'B.I', unitId: null, field: 'Chung', unitOfCount: 'văn bản', complexityGroup: 'N1', points: '5.00', decisionNumber: '', status: 'approved' }],
  ]),
}
const headers = ['Mã sản phẩm *', 'Tên sản phẩm/công việc *', 'Phần *', 'Mã đơn vị', 'Lĩnh vực *', 'Đơn vị tính *', 'Nhóm phức tạp *', 'Điểm *', 'Hệ số quy đổi', 'Số quyết định bổ sung', 'Trạng thái']
type Value = string | number | boolean | null | { formula: string } | { date: string }

function cell(row: number, column: number, value: Value): ImportCell {
  const ref = `${String.fromCharCode(65 + column)}${row + 1}`
  if (value === null || value === '') return { ref, kind: 'empty', value: null }
  if (typeof value === 'number') return { ref, kind: 'number', value }
  if (typeof value === 'boolean') return { ref, kind: 'boolean', value }
  if (typeof value === 'string') return { ref, kind: 'text', value }
  if ('formula' in value) return { ref, kind: 'formula', value: 5, formula: value.formula }
  return { ref, kind: 'date', value: value.date }
}

function sheet(rows: readonly (readonly Value[])[], part: Partial<ImportSheet> = {}): ImportSheet {
  return { name: 'Danh mục', hidden: false, merges: [], rows: rows.map((row, at) => row.map((value, column) => cell(at, column, value))), ...part }
}

const good: Value[] = ['BI-02', 'Tờ trình', 'B.I', '', 'Chung', 'văn bản', 'N1', 7.5, '', '', '']
const withCell = (at: number, value: Value): Value[] => good.with(at, value)
const check = (...rows: (readonly Value[])[]) => checkProductRows([sheet([headers, ...rows])], context)

test('a row tells whether it is new, changed or unchanged, with its coefficient', () => {
  const { rows, problems } = check(good, ['BI-01', 'Công văn', 'B.I', '', 'Chung', 'văn bản', 'N1', 5, '1', '', 'Đã duyệt'], [], good.with(0, 'BI-03').with(3, 'VP').with(2, 'b.ii'))
  assert.deepEqual(problems, [])
  assert.deepEqual(rows.map((row) => [row.row, row.outcome, row.coefficient]), [[2, 'new', '1.5'], [3, 'unchanged', '1'], [5, 'new', '1.5']])
  assert.deepEqual(rows[2]?.product?.unitId, VP)
  assert.equal(check(['BI-01', 'Công văn hỏa tốc', 'B.I', '', 'Chung', 'văn bản', 'N1', 5]).rows[0]?.outcome, 'changed')
})

const faults: [string, number, Value, string][] = [
  ['an empty code', 0, '', 'empty'],
  ['a code longer than 35', 0, 'X'.repeat(36), 'too-long'],
  ['a formula as a code', 0, { formula: 'A1&"x"' }, 'formula'],
  ['a formula as points', 7, { formula: '2+3' }, 'formula'],
  ['a formula in an optional cell', 9, { formula: 'HYPERLINK("http://x")' }, 'formula'],
  ['a date as a name', 1, { date: '2026-01-01' }, 'not-text'],
  ['yes as a field', 4, true, 'not-text'],
  ['an unknown part', 2, 'C', 'unknown-part'],
  ['an unknown unit', 3, 'ZZ', 'unknown-unit'],
  ['an unknown group', 6, 'N9', 'unknown-group'],
  ['points above the group', 7, 100.5, 'above-group'],
  ['no points', 7, 0, 'bad-points'],
  ['negative points', 7, -5, 'bad-points'],
  ['three decimals', 7, 7.125, 'bad-points'],
  ['words for points', 7, 'năm', 'bad-points'],
  ['a date for points', 7, { date: '2026-05-07' }, 'not-a-number'],
  ['another coefficient than the computed one', 8, '2', 'other-coefficient'],
  ['an unknown status', 10, 'Chờ', 'unknown-status'],
]

for (const [what, at, value, code] of faults) {
  test(`${what} is marked in its own cell and nothing of the row is taken`, () => {
    const { rows, problems } = check(withCell(at, value))
    assert.equal(rows[0]?.outcome, 'faulty')
    assert.equal(rows[0]?.product, null)
    assert.deepEqual(problems.map((problem) => problem.code), [code])
    assert.equal(problems[0]?.cell, `${String.fromCharCode(65 + at)}2`)
    assert.notEqual(problems[0]?.expected, '')
  })
}

test('a formula is shown as it was written', () => {
  assert.equal(check(withCell(0, { formula: 'A1' })).problems[0]?.found, '=A1')
})

test('points with a comma, a number for a code and split accents are understood', () => {
  const { rows, problems } = check([7, 'Tờ trình'.normalize('NFD'), 'B.I', null, 'Chung', 'văn bản', 'N1', '7,5'])
  assert.deepEqual(problems, [])
  assert.deepEqual([rows[0]?.product?.code, rows[0]?.product?.points, rows[0]?.product?.name], ['7', '7.5', 'Tờ trình'])
})

test('one code twice is told with the row that has it first', () => {
  const { problems } = check(good, good)
  assert.deepEqual(problems.map((problem) => [problem.cell, problem.code]), [['A3', 'duplicate']])
  assert.match(problems[0]?.expected ?? '', /dòng 2/)
})

test('a missing column, a column twice and merged cells are told before any row is judged', () => {
  const missing = checkProductRows([sheet([headers.slice(0, 7), good.slice(0, 7)])], context)
  assert.deepEqual(missing.problems.map((problem) => [problem.code, problem.header]), [['missing-column', 'Điểm']])
  assert.equal(missing.rows[0]?.outcome, 'faulty')
  assert.deepEqual(checkProductRows([sheet([[...headers, 'Mã'], good])], context).problems.map((problem) => problem.code), ['repeated-column'])
  assert.deepEqual(checkProductRows([sheet([headers, good], { merges: ['A1:B1'] })], context).problems.map((problem) => problem.code), ['merged'])
})

test('a title above the table, merged over it, is no fault', () => {
  const { rows, problems } = checkProductRows([sheet([['DANH MỤC SẢN PHẨM'], [], headers, good], { merges: ['A1:K1'] })], context)
  assert.deepEqual([problems, rows.map((row) => [row.row, row.outcome])], [[], [[4, 'new']]])
})

test('a workbook without the table says which headers it looks for; hidden sheets are not read', () => {
  for (const sheets of [[], [sheet([['a', 'b']])], [sheet([headers, good], { hidden: true })]]) {
    const { rows, problems } = checkProductRows(sheets, context)
    assert.deepEqual([rows, problems.map((problem) => problem.code)], [[], ['no-header']])
  }
})
