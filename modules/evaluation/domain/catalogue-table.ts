import { columnOfHeader, productColumns, type ProductColumnKey } from './catalogue-columns.ts'

/** A cell as the spreadsheet reader gives it. */
export interface ImportCell {
  readonly ref: string
  readonly kind: 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula'
  readonly value: string | number | boolean | null
  readonly formula?: string
}

export interface ImportSheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly (readonly ImportCell[])[]
  readonly merges: readonly string[]
}

/** One bad cell: where, what stood there, what was expected. */
export interface CellProblem {
  readonly sheet: string
  readonly cell: string
  readonly header: string
  readonly found: string
  readonly expected: string
  readonly code: string
}

/** The catalogue's table within a workbook. */
export interface FoundTable {
  readonly sheet: string
  readonly rows: readonly { readonly row: number; readonly cells: ReadonlyMap<ProductColumnKey, ImportCell> }[]
  readonly problems: readonly CellProblem[]
}

const titleRows = 20

interface Header {
  readonly sheet: ImportSheet
  readonly at: number
  readonly columns: ReadonlyMap<ProductColumnKey, number>
  readonly twice: readonly ImportCell[]
}

/** Finds the row of headers that names most columns, among the first rows of the visible sheets, and the rows below it. */
export function findTable(sheets: readonly ImportSheet[]): FoundTable {
  const candidates = sheets.filter((sheet) => !sheet.hidden).flatMap((sheet) => sheet.rows.slice(0, titleRows).map((_, at) => headerAt(sheet, at)))
  const best = candidates.reduce<Header | undefined>((found, one) => (one.columns.size > (found?.columns.size ?? 1) ? one : found), undefined)
  if (best === undefined) {
    const expected = productColumns.filter((column) => column.required).map((column) => column.header).join(' · ')
    return { sheet: '', rows: [], problems: [{ sheet: sheets[0]?.name ?? '', cell: 'A1', header: '', found: '', expected: `hàng tiêu đề: ${expected}`, code: 'no-header' }] }
  }
  return { sheet: best.sheet.name, rows: rowsBelow(best), problems: headerProblems(best) }
}

function headerAt(sheet: ImportSheet, at: number): Header {
  const columns = new Map<ProductColumnKey, number>()
  const twice: ImportCell[] = []
  sheet.rows[at]?.forEach((cell, column) => {
    const key = cell.kind === 'text' ? columnOfHeader(String(cell.value)) : undefined
    if (key === undefined) return
    if (columns.has(key)) twice.push(cell)
    else columns.set(key, column)
  })
  return { sheet, at, columns, twice }
}

function rowsBelow({ sheet, at, columns }: Header): FoundTable['rows'] {
  return sheet.rows.slice(at + 1).flatMap((row, below) => {
    const cells = new Map<ProductColumnKey, ImportCell>()
    for (const [key, column] of columns) {
      const cell = row[column]
      if (cell !== undefined) cells.set(key, cell)
    }
    const empty = [...cells.values()].every((cell) => cell.kind === 'empty')
    return empty ? [] : [{ row: at + below + 2, cells }]
  })
}

function headerProblems({ sheet, at, columns, twice }: Header): CellProblem[] {
  const rowName = String(at + 1)
  const missing = productColumns
    .filter((column) => column.required && !columns.has(column.key))
    .map((column) => ({ sheet: sheet.name, cell: rowName, header: column.header, found: '', expected: `cột “${column.header}”`, code: 'missing-column' }))
  const repeated = twice.map((cell) => ({
    sheet: sheet.name, cell: cell.ref, header: String(cell.value), found: String(cell.value), expected: 'mỗi cột một lần', code: 'repeated-column',
  }))
  const merged = sheet.merges
    .filter((range) => lastRowOf(range) >= at + 1)
    .map((range) => ({ sheet: sheet.name, cell: range, header: '', found: range, expected: 'bỏ gộp ô ở hàng tiêu đề và vùng dữ liệu', code: 'merged' }))
  return [...missing, ...repeated, ...merged]
}

function lastRowOf(range: string): number {
  return Number(/(\d+)$/.exec(range)?.[1] ?? 0)
}
