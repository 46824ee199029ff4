import type { CalendarDate } from '#kernel/calendar-date.ts'
import { foldVietnamese, tidy } from '#kernel/vietnamese.ts'
import { sheetSpecs, type ColumnSpec, type SheetKey, type SheetSpec } from './columns.ts'
import { parseCell, previewText, shownText, type CellMeaning } from './parse-cell.ts'
import type { CellInput, SheetInput } from './sheet-input.ts'

/** What is wrong in one cell: where, what was found, what was expected. */
export interface CellProblem {
  readonly cell: string
  readonly header: string
  readonly found: string
  readonly expected: string
  readonly code: string
  readonly severity: 'error' | 'warning'
}

/** Something about a sheet as a whole. */
export interface SheetNotice {
  readonly sheet: string
  readonly cell: string
  readonly found: string
  readonly expected: string
  readonly code: 'unknown-sheet' | 'no-known-sheet' | 'repeated-sheet' | 'no-header-row' | 'missing-column' | 'unknown-column' | 'repeated-column' | 'merged-header' | 'merged-cells' | 'no-rows'
  readonly severity: 'error' | 'warning'
}

/** A row of a sheet: values of the columns that could be read, and what is wrong with the others. */
export interface TableRow {
  readonly sheet: SheetKey
  readonly rowNo: number
  /** By column key; a key is absent when the file has no such column or the cell could not be read. */
  readonly values: Map<string, CellMeaning>
  /** By column key: the cell's address, its header as the file has it, and the text seen. */
  readonly places: ReadonlyMap<string, { readonly ref: string; readonly header: string; readonly text: string }>
  /** As shown in the preview, in the template's order. */
  readonly shown: readonly string[]
  readonly problems: CellProblem[]
}

export interface Tables {
  readonly rows: Readonly<Record<SheetKey, TableRow[]>>
  readonly notices: readonly SheetNotice[]
}

const headerSearchRows = 15
const longestShown = 200
const instructions = new Set(['huongdan', 'danhmuc', 'danhmucchon', 'instructions'])

/** Headers and sheet names are compared without accents, case, blanks and signs. */
export function headerKey(text: string): string {
  return foldVietnamese(text).replace(/[^a-z0-9]/g, '')
}

/**
 * Finds the template's sheets and columns in a workbook and reads every cell. Never throws: whatever is wrong is
 * a notice about a sheet or a problem of a cell.
 */
export function readTables(sheets: readonly SheetInput[], today: CalendarDate): Tables {
  const rows: Record<SheetKey, TableRow[]> = { units: [], posts: [], people: [], holdings: [] }
  const notices: SheetNotice[] = []
  const seen = new Set<SheetKey>()
  for (const sheet of sheets) {
    const spec = sheetSpecFor(sheet.name)
    if (spec === undefined) {
      if (!sheet.hidden && sheet.rows.length > 0 && !instructions.has(headerKey(sheet.name))) notices.push(notice(sheet.name, '', 'unknown-sheet', 'warning', sheet.name, sheetTitles))
      continue
    }
    if (seen.has(spec.key)) {
      notices.push(notice(sheet.name, '', 'repeated-sheet', 'error', sheet.name, ''))
      continue
    }
    seen.add(spec.key)
    readSheet(sheet, spec, rows[spec.key], notices, today)
  }
  if (seen.size > 0) return { rows, notices }
  return { rows, notices: [notice('', '', 'no-known-sheet', 'error', sheets.map((sheet) => sheet.name).join(', '), sheetTitles)] }
}

const sheetTitles = sheetSpecs.map((spec) => spec.title).join(', ')

function sheetSpecFor(name: string): SheetSpec | undefined {
  const key = headerKey(name)
  return sheetSpecs.find((spec) => [spec.title, ...spec.aliases].some((title) => headerKey(title) === key))
}

function notice(sheet: string, cell: string, code: SheetNotice['code'], severity: SheetNotice['severity'], found: string, expected: string): SheetNotice {
  return { sheet, cell, code, severity, found, expected }
}

interface PlacedColumn {
  readonly spec: ColumnSpec
  readonly index: number
  readonly header: string
}

function readSheet(sheet: SheetInput, spec: SheetSpec, into: TableRow[], notices: SheetNotice[], today: CalendarDate): void {
  if (sheet.rows.length === 0) return
  const headerAt = headerRowOf(sheet, spec)
  if (headerAt === undefined) {
    notices.push(notice(sheet.name, '', 'no-header-row', 'error', '', spec.columns.map((column) => column.header).join(', ')))
    return
  }
  const before = notices.length
  noticeMerges(sheet, headerAt, notices)
  const columns = placeColumns(sheet, spec, headerAt, notices)
  if (notices.slice(before).some((one) => one.severity === 'error')) return
  const byKey = new Map(columns.map((column) => [column.spec.key, column]))
  for (const cells of sheet.rows.slice(headerAt + 1)) {
    if (cells.every((cell) => cell.kind === 'empty')) continue
    into.push(readRow(spec, byKey, cells, today))
  }
  if (into.length === 0) notices.push(notice(sheet.name, '', 'no-rows', 'warning', '', ''))
}

/** The row among the first that holds the most known headers, at least two. */
function headerRowOf(sheet: SheetInput, spec: SheetSpec): number | undefined {
  const known = new Set(spec.columns.flatMap((column) => [column.header, ...column.aliases]).map(headerKey))
  let best: { index: number; count: number } | undefined
  for (const [index, cells] of sheet.rows.slice(0, headerSearchRows).entries()) {
    const count = new Set(cells.map((cell) => headerKey(shownText(cell))).filter((key) => known.has(key))).size
    if (count >= 2 && count > (best?.count ?? 0)) best = { index, count }
  }
  return best?.index
}

function placeColumns(sheet: SheetInput, spec: SheetSpec, headerAt: number, notices: SheetNotice[]): PlacedColumn[] {
  const placed: PlacedColumn[] = []
  for (const [index, cell] of (sheet.rows[headerAt] ?? []).entries()) {
    const header = tidy(shownText(cell)).slice(0, longestShown)
    if (header === '') continue
    const key = headerKey(header)
    const column =
      spec.columns.find((one) => headerKey(one.header) === key) ?? spec.columns.find((one) => one.aliases.some((alias) => headerKey(alias) === key))
    if (column === undefined) notices.push(notice(sheet.name, cell.ref, 'unknown-column', 'warning', header, ''))
    else if (placed.some((one) => one.spec === column)) notices.push(notice(sheet.name, cell.ref, 'repeated-column', 'error', header, column.header))
    else placed.push({ spec: column, index, header })
  }
  for (const column of spec.columns) {
    const told = placed.some((one) => one.spec === column || one.spec.key === column.toldBy)
    if (column.required && !told) notices.push(notice(sheet.name, '', 'missing-column', 'error', '', column.header))
  }
  return placed
}

function noticeMerges(sheet: SheetInput, headerAt: number, notices: SheetNotice[]): void {
  for (const range of sheet.merges) {
    const numbers = [...range.matchAll(/\d+/g)].map((match) => Number(match[0]) - 1)
    const first = numbers[0] ?? 0
    const last = numbers[1] ?? first
    if (first <= headerAt && headerAt <= last) notices.push(notice(sheet.name, range, 'merged-header', 'error', range, ''))
    else if (last > headerAt) notices.push(notice(sheet.name, range, 'merged-cells', 'error', range, ''))
  }
}

function readRow(spec: SheetSpec, columns: ReadonlyMap<string, PlacedColumn>, cells: readonly CellInput[], today: CalendarDate): TableRow {
  const values = new Map<string, CellMeaning>()
  const places = new Map<string, { ref: string; header: string; text: string }>()
  const problems: CellProblem[] = []
  const shown: string[] = []
  for (const column of spec.columns) {
    const placed = columns.get(column.key)
    const cell = placed && cells[placed.index]
    if (placed === undefined || cell === undefined) {
      shown.push('')
      continue
    }
    const text = previewText(column, cell).slice(0, longestShown)
    shown.push(text)
    places.set(column.key, { ref: cell.ref, header: placed.header, text })
    const result = parseCell(column, cell, today)
    if (result.ok) values.set(column.key, result.value)
    else problems.push({ cell: cell.ref, header: placed.header, found: text, expected: result.expected, code: result.code, severity: 'error' })
  }
  const rowNo = Number(/\d+/.exec(cells[0]?.ref ?? '')?.[0] ?? 0)
  return { sheet: spec.key, rowNo, values, places, shown, problems }
}
