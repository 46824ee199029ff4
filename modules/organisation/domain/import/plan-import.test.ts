import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarDate } from '#kernel/calendar-date.ts'
import { asId, type Id } from '#kernel/id.ts'
import { specOf, sheetSpecs, type SheetKey } from './columns.ts'
import { planImport, type ImportPlan, type StoredWithIdentities } from './plan-import.ts'
import { buildSheet, type PlainCell } from './sheet-builder.ts'
import type { SheetInput } from './sheet-input.ts'
import { writeTables } from './write-tables.ts'

const today = calendarDate('2026-05-01')
const empty: StoredWithIdentities = { units: [], people: [], identities: [], posts: [], holdings: [] }
let made = 0
const newId = <Kind extends string>(): Id<Kind> => asId<Kind>(`id-${(made += 1)}`)
const plan = (sheets: readonly SheetInput[], stored: StoredWithIdentities = empty): ImportPlan => planImport(sheets, stored, today, newId)

const headers = (key: SheetKey): string[] => specOf(key).columns.map((column) => column.header)
const sheet = (key: SheetKey, ...rows: PlainCell[][]): SheetInput => buildSheet(specOf(key).title, [headers(key), ...rows])

const unit = (code: string, parent: string | null, from = '01/01/2020', to: string | null = null): PlainCell[] => [code, `Đơn vị ${code}`, code, 'Xã', 'Cấp xã', parent, from, to]
const post = (code: string, unitCode: string, from = '01/01/2020', to: string | null = null, places: number | null = 1): PlainCell[] => [code, unitCode, 'Chuyên viên', 'Chuyên môn, nghiệp vụ', 'Không', 'Có', 'Nhóm A', places, from, to]
const person = (code: string, name = `Nguyễn Văn ${code}`, born: PlainCell = '02/09/1980'): PlainCell[] => [code, name, 'Nam', born]
const holding = (personCode: string, postCode: string, from = '01/01/2021', to: string | null = null, primary = 'Có'): PlainCell[] => [personCode, postCode, 'Công chức', primary, from, to, '12/QĐ-UBND', '15/12/2020']

const small = (): SheetInput[] => [
  sheet('units', unit('XA', null), unit('VP', 'XA')),
  sheet('posts', post('VP.1', 'VP'), post('VP.2', 'VP')),
  sheet('people', person('A'), person('B')),
  sheet('holdings', holding('A', 'VP.1'), holding('B', 'VP.2')),
]

const problemsOf = (result: ImportPlan): string[] => result.rows.flatMap((row) => row.problems.map((problem) => `${row.sheet} ${problem.cell} ${problem.code}`))

/** What the store holds once a plan is confirmed. */
function after(stored: StoredWithIdentities, result: ImportPlan): StoredWithIdentities {
  const merged = <Item extends { readonly id: string }>(before: readonly Item[], changed: readonly Item[]): Item[] => [...new Map([...before, ...changed].map((item) => [item.id, item])).values()]
  return {
    units: merged(stored.units, result.changes.units),
    people: merged(stored.people, result.changes.people),
    identities: stored.identities,
    posts: merged(stored.posts, result.changes.posts),
    holdings: merged(stored.holdings, result.changes.holdings),
  }
}

/** The sheets that an export of the store would hold. */
function exported(stored: StoredWithIdentities): SheetInput[] {
  const tables = writeTables(stored)
  return sheetSpecs.map((spec) =>
    buildSheet(spec.title, [
      headers(spec.key),
      ...tables[spec.key].map((row) => row.map((value, index): PlainCell => (spec.columns[index]?.kind === 'date' && typeof value === 'string' ? { date: value } : value))),
    ]),
  )
}

test('a sound workbook is new at first, and the same workbook changes nothing the second time', () => {
  const first = plan(small())
  assert.deepEqual(problemsOf(first), [])
  assert.ok(first.acceptable)
  assert.deepEqual(first.counts.map((count) => [count.sheet, count.new]), [['units', 2], ['posts', 2], ['people', 2], ['holdings', 2]])
  const second = plan(small(), after(empty, first))
  assert.deepEqual(second.counts.map((count) => [count.new, count.changed, count.unchanged]), [[0, 0, 2], [0, 0, 2], [0, 0, 2], [0, 0, 2]])
  assert.deepEqual(second.changes, empty)
})

test('what is exported comes back without a change', () => {
  const stored = after(empty, plan(small()))
  const again = plan(exported(stored), stored)
  assert.deepEqual(problemsOf(again), [])
  assert.deepEqual(again.changes, empty)
})

test('a changed cell is a change of that row only, with the next version', () => {
  const stored = after(empty, plan(small()))
  const result = plan([sheet('people', person('A', 'Nguyễn Văn Ân'), person('B'))], stored)
  assert.deepEqual(result.rows.map((row) => row.outcome), ['changed', 'unchanged'])
  assert.deepEqual(result.changes.people.map((one) => [one.fullName, one.version]), [['Nguyễn Văn Ân', 2]])
})

test('headers are known without accents, in any case, with extra blanks and line breaks, below a title', () => {
  const rows: PlainCell[][] = [['DANH SÁCH CÁN BỘ', null, null, null], [null, null, null, null], [' MÃ  NHÂN SỰ', 'ho va ten', 'Giới\ntính', 'NGAY THANG NAM SINH'], ['A', 'Lê Thị Hoa', 'Nữ', '01/02/1990']]
  const result = plan([buildSheet('NHAN SU', rows)])
  assert.deepEqual(result.notices, [])
  assert.deepEqual(result.changes.people.map((one) => [one.code, one.fullName, one.sex, one.birthDate]), [['A', 'Lê Thị Hoa', 'female', '1990-02-01']])
})

test('a column the file leaves out keeps what is stored; an empty cell empties it', () => {
  const stored = after(empty, plan(small()))
  const without = plan([buildSheet('Nhân sự', [['Mã nhân sự', 'Họ và tên'], ['A', 'Nguyễn Văn A']])], stored)
  assert.deepEqual(without.rows[0]?.outcome, 'unchanged')
  const emptied = plan([sheet('people', person('A', 'Nguyễn Văn A', null))], stored)
  assert.equal(emptied.changes.people[0]?.birthDate, null)
})

test('decomposed text (NFD) is the same text', () => {
  const stored = after(empty, plan(small()))
  const nfd = small().map((one) => ({ ...one, name: one.name.normalize('NFD'), rows: one.rows.map((row) => row.map((cell) => (cell.kind === 'text' ? { ...cell, value: String(cell.value).normalize('NFD') } : cell))) }))
  assert.deepEqual(plan(nfd, stored).changes, empty)
})

test('accents count in codes: Cam Thành and Cam Thanh are two communes', () => {
  const result = plan([sheet('units', unit('Cam Thành', null), unit('Cam Thanh', null))])
  assert.equal(result.changes.units.length, 2)
})

const sheetFaults: readonly [string, SheetInput[], string, string][] = [
  ['a workbook without any known sheet', [buildSheet('Sheet1', [['a', 'b']])], 'no-known-sheet', 'error'],
  ['a sheet nobody knows beside a known one', [...small(), buildSheet('Lương', [['a']])], 'unknown-sheet', 'warning'],
  ['two sheets of the same kind', [sheet('people', person('A')), buildSheet('Cán bộ', [headers('people')])], 'repeated-sheet', 'error'],
  ['a sheet without the header row', [buildSheet('Nhân sự', [['A', 'Lê Thị Hoa']])], 'no-header-row', 'error'],
  ['a required column left out', [buildSheet('Nhân sự', [['Họ và tên', 'Ngày sinh'], ['Lê Thị Hoa', '01/02/1990']])], 'missing-column', 'error'],
  ['a column nobody knows', [buildSheet('Nhân sự', [[...headers('people'), 'Quê quán'], [...person('A'), null, null, 'Cam Lộ']])], 'unknown-column', 'warning'],
  ['the same column twice', [buildSheet('Nhân sự', [[...headers('people'), 'Họ tên'], [...person('A'), 'B']])], 'repeated-column', 'error'],
  ['merged headers', [buildSheet('Nhân sự', [headers('people'), person('A')], { merges: ['A1:B1'] })], 'merged-header', 'error'],
  ['merged cells among the data', [buildSheet('Nhân sự', [headers('people'), person('A'), person('B')], { merges: ['A2:A3'] })], 'merged-cells', 'error'],
]
for (const [what, sheets, code, severity] of sheetFaults) {
  test(`${what} is ${severity === 'error' ? 'refused' : 'reported and otherwise taken'}`, () => {
    const result = plan(sheets)
    assert.deepEqual(result.notices.map((one) => [one.code, one.severity]), [[code, severity]])
    assert.equal(result.acceptable, severity === 'warning')
  })
}

test('a title merged above the header is no fault', () => {
  assert.deepEqual(plan([buildSheet('Nhân sự', [['DANH SÁCH'], headers('people'), person('A')], { merges: ['A1:D1'] })]).notices, [])
})

const cellFaultCases: readonly [string, SheetInput[], string[]][] = [
  ['a formula', [sheet('people', ['A', { formula: 'Lê Thị Hoa' }, 'Nam', null])], ['people B2 formula']],
  ['an Excel error', [sheet('people', ['A', { error: '#N/A' }, 'Nam', null])], ['people B2 cell-error']],
  ['a name left out and a day that is none', [sheet('people', ['A', null, 'Nam', '31/02/1990'])], ['people B2 required', 'people D2 not-a-date']],
  ['the same person twice', [sheet('people', person('A'), person('A'))], ['people A3 duplicate-in-file']],
  ['a birth date in the future', [sheet('people', person('A', 'Lê An', '01/01/2030'))], ['people D2 in-future']],
  ['the same unit and day twice', [sheet('units', unit('XA', null), unit('XA', null))], ['units A3 duplicate-in-file']],
  ['a parent nobody knows', [sheet('units', unit('VP', 'XA'))], ['units F2 unknown-unit']],
  ['a unit above itself', [sheet('units', unit('A', 'B'), unit('B', 'C'), unit('C', 'A'))], ['units F2 cycle', 'units F3 cycle', 'units F4 cycle']],
  ['a unit that is its own parent', [sheet('units', unit('A', 'A'))], ['units F2 cycle']],
  ['a parent that ends earlier', [sheet('units', unit('XA', null, '01/01/2020', '30/06/2025'), unit('VP', 'XA'))], ['units F3 parent-not-alive']],
  ['stretches of a unit that overlap', [sheet('units', unit('XA', null), unit('XA', null, '01/01/2022'))], ['units G3 overlap']],
  ['a gap between stretches of a unit', [sheet('units', unit('XA', null, '01/01/2020', '31/12/2020'), unit('XA', null, '01/01/2022'))], ['units G3 gap']],
  ['a unit that ends before it starts', [sheet('units', unit('XA', null, '01/01/2020', '31/12/2019'))], ['units H2 end-before-start']],
  ['a post in a unit nobody knows', [sheet('posts', post('P', 'VP'))], ['posts B2 unknown-unit']],
  ['a post older than its unit', [sheet('units', unit('XA', null)), sheet('posts', post('P', 'XA', '01/01/2019'))], ['posts I2 outside-unit-life']],
  ['a post that outlives its unit', [sheet('units', unit('XA', null, '01/01/2020', '30/06/2025')), sheet('posts', post('P', 'XA'))], ['posts J2 outside-unit-life']],
  ['a post that ends before it starts', [sheet('units', unit('XA', null)), sheet('posts', post('P', 'XA', '01/01/2021', '01/01/2020'))], ['posts J2 end-before-start']],
  ['a holding of an unknown person and post', [sheet('holdings', holding('A', 'P'))], ['holdings A2 unknown-person', 'holdings B2 unknown-post']],
]
for (const [what, sheets, expected] of cellFaultCases) {
  test(`${what} is marked at its cell and the workbook is not acceptable`, () => {
    const result = plan(sheets)
    assert.deepEqual(problemsOf(result), expected)
    assert.ok(!result.acceptable)
  })
}

const holdingFaults: readonly [string, PlainCell[][], string[]][] = [
  ['the same post twice on one day', [holding('A', 'VP.1', '01/01/2021', '31/12/2022'), holding('A', 'VP.1', '31/12/2022')], ['holdings E3 overlap', 'holdings B3 no-place']],
  ['two main posts on one day', [holding('A', 'VP.1'), holding('A', 'VP.2', '01/06/2021')], ['holdings D3 two-primary']],
  ['two holders of a post for one', [holding('A', 'VP.1'), holding('B', 'VP.1', '01/06/2021')], ['holdings B3 no-place']],
  ['a holding before its post begins', [holding('A', 'VP.1', '31/12/2019')], ['holdings E2 outside-post-life']],
  ['a holding that ends before it starts', [holding('A', 'VP.1', '01/01/2021', '31/12/2020')], ['holdings F2 end-before-start']],
  ['the same holding twice', [holding('A', 'VP.1'), holding('A', 'VP.1')], ['holdings A3 duplicate-in-file']],
]
for (const [what, rows, expected] of holdingFaults) {
  test(`${what} is marked`, () => {
    const [units, posts, people] = small()
    assert.ok(units && posts && people)
    assert.deepEqual(problemsOf(plan([units, posts, people, sheet('holdings', ...rows)])), expected)
  })
}

test('a second, further post and coming back later are no fault', () => {
  const [units, posts, people] = small()
  assert.ok(units && posts && people)
  const rows = [holding('A', 'VP.1', '01/01/2021', '31/12/2021'), holding('A', 'VP.1', '01/01/2023'), holding('A', 'VP.2', '01/01/2021', null, 'Không')]
  assert.deepEqual(problemsOf(plan([units, posts, people, sheet('holdings', ...rows)])), [])
})

test('a faulty row causes no unknown codes in the rows that name it', () => {
  const [, posts, people, holdings] = small()
  assert.ok(posts && people && holdings)
  const units = sheet('units', unit('XA', null), ['VP', null, 'VP', 'Xã', 'Cấp xã', 'XA', '01/01/2020', null])
  assert.deepEqual(problemsOf(plan([units, posts, people, holdings])), ['units B3 required'])
})

test('somebody with the same name and birth date under another code is warned of, not refused', () => {
  const stored = after(empty, plan([sheet('people', person('A', 'Lê Thị Hoa'))]))
  const result = plan([sheet('people', person('B', 'Lê Thị Hoa'), person('C', 'Lê Thị Hoa', '03/03/1990'))], stored)
  assert.deepEqual(result.rows.map((row) => row.problems.map((problem) => [problem.code, problem.severity, problem.expected])), [[['same-name-and-birth', 'warning', 'A']], []])
  assert.ok(result.acceptable)
})

test('what the file does to a stored child, post or holder is marked at the row to mend', () => {
  const stored = after(empty, plan(small()))
  const shortUnit = plan([sheet('units', unit('XA', null, '01/01/2020', '30/06/2025'))], stored)
  assert.deepEqual(problemsOf(shortUnit), ['units H2 child-outlives'])
  const shortOffice = plan([sheet('units', unit('VP', 'XA', '01/01/2020', '30/06/2025'))], stored)
  assert.deepEqual(problemsOf(shortOffice), ['units H2 post-outlives-unit'])
  const shortPost = plan([sheet('posts', post('VP.1', 'VP', '01/01/2020', '30/06/2025'))], stored)
  assert.deepEqual(problemsOf(shortPost), ['posts J2 held-longer'])
})

test('a workbook with headers only stores nothing', () => {
  const result = plan([sheet('people')])
  assert.ok(!result.acceptable)
  assert.deepEqual(result.notices.map((one) => one.code), ['no-rows'])
})

test('ten thousand rows are judged at once', () => {
  const units = Array.from({ length: 500 }, (_, index) => unit(`U${index}`, index === 0 ? null : `U${Math.floor((index - 1) / 10)}`))
  const count = 3_100
  const posts = Array.from({ length: count }, (_, index) => post(`P${index}`, `U${index % 500}`))
  const people = Array.from({ length: count }, (_, index) => person(`C${index}`, `Nguyễn Văn Số ${index}`))
  const holdings = Array.from({ length: count + 200 }, (_, index) => (index < count ? holding(`C${index}`, `P${index}`, '01/01/2021', '31/12/2022') : holding(`C${index - count}`, `P${index - count}`, '01/01/2023')))
  const result = plan([sheet('units', ...units), sheet('posts', ...posts), sheet('people', ...people), sheet('holdings', ...holdings)])
  assert.deepEqual(problemsOf(result), [])
  assert.equal(result.rows.length, 10_000)
})

test('a random sound organisation comes back from its export without a change, and with one changed cell as one change', () => {
  const organisation = fc.record({ units: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), people: fc.integer({ min: 1, max: 8 }), salt: fc.nat() })
  fc.assert(
    fc.property(organisation, ({ units, people, salt }) => {
      const unitRows = units.map((parent, index) => unit(`U${index}`, index === 0 ? null : `U${parent % index}`))
      const postRows = Array.from({ length: people }, (_, index) => post(`P${index}`, `U${(index + salt) % units.length}`))
      const peopleRows = Array.from({ length: people }, (_, index) => person(`C${index}`))
      const holdingRows = Array.from({ length: people }, (_, index) => holding(`C${index}`, `P${index}`))
      const stored = after(empty, plan([sheet('units', ...unitRows), sheet('posts', ...postRows), sheet('people', ...peopleRows), sheet('holdings', ...holdingRows)]))
      const sheets = exported(stored)
      assert.deepEqual(plan(sheets, stored).changes, empty)
      const victim = salt % people
      const edited = sheets.map((one) => (one.name === 'Nhân sự' ? { ...one, rows: one.rows.map((row, index) => (index === victim + 1 ? row.map((cell, column) => (column === 1 ? { ...cell, value: 'Trần Thị Mới' } : cell)) : row)) } : one))
      const changes = plan(edited, stored).changes
      assert.deepEqual([changes.units.length, changes.posts.length, changes.people.length, changes.holdings.length], [0, 0, 1, 0])
    }),
    { numRuns: 60 },
  )
})
