import { zipSync } from 'fflate'
import type { CellValue as LibraryValue, Sheet } from 'hucre/xlsx'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { parseIsoDate } from '#kernel/calendar-date.ts'
import { Refusal, refuse } from '#kernel/refusal.ts'
import { cellReference } from './cell-reference.ts'
import { refuseUnlessZip } from './recognise-file.ts'
import { unpackWorkbook } from './unpack-workbook.ts'
import type { WorkbookLimits } from './workbook-limits.ts'
import { defaultWorkbookLimits } from './workbook-limits.ts'

export type PlainCell =
  | { readonly ref: string; readonly kind: 'empty'; readonly value: null }
  | { readonly ref: string; readonly kind: 'text'; readonly value: string }
  | { readonly ref: string; readonly kind: 'number'; readonly value: number }
  | { readonly ref: string; readonly kind: 'date'; readonly value: CalendarDate }
  | { readonly ref: string; readonly kind: 'boolean'; readonly value: boolean }
  | { readonly ref: string; readonly kind: 'error'; readonly value: string }

/** A cell with its address as people say it ("B7"). A formula is flagged as such; `value` is what Excel last showed. */
export type Cell =
  | PlainCell
  | { readonly ref: string; readonly kind: 'formula'; readonly value: PlainCell['value']; readonly formula: string }

export interface SheetData {
  readonly name: string
  readonly hidden: boolean
  /** rows[r][c]; every row is as long as the widest; empty rows at the end are left out */
  readonly rows: readonly (readonly Cell[])[]
  /** merged ranges, "A1:C1" */
  readonly merges: readonly string[]
}

function dateCell(ref: string, moment: Date): PlainCell {
  if (Number.isNaN(moment.getTime())) return { ref, kind: 'error', value: '#NUM!' }
  const text = moment.toISOString()
  // A bare time of day is stored as a fraction of day 0.
  if (moment.getTime() < Date.UTC(1900, 0, 1)) return { ref, kind: 'text', value: text.slice(11, 16) }
  const date = parseIsoDate(text.slice(0, 10))
  return date === undefined ? { ref, kind: 'error', value: '#NUM!' } : { ref, kind: 'date', value: date }
}

function plainCell(ref: string, value: LibraryValue): PlainCell {
  if (value === null) return { ref, kind: 'empty', value: null }
  if (typeof value === 'number') return { ref, kind: 'number', value }
  if (typeof value === 'boolean') return { ref, kind: 'boolean', value }
  if (value instanceof Date) return dateCell(ref, value)
  const text = value.normalize('NFC')
  return text.trim() === '' ? { ref, kind: 'empty', value: null } : { ref, kind: 'text', value: text }
}

function cellAt(sheet: Sheet, row: number, column: number, value: LibraryValue): Cell {
  const ref = cellReference(row, column)
  const detail = sheet.cells?.get(`${row},${column}`)
  const plain = plainCell(ref, value)
  if (detail?.formula !== undefined) return { ref, kind: 'formula', value: plain.value, formula: detail.formula }
  if (detail?.type === 'error') return { ref, kind: 'error', value: String(value) }
  return plain
}

interface UsedArea {
  height: number
  width: number
}

// Formatting reaches far beyond what people typed; only cells with content count.
function usedArea(sheet: Sheet): UsedArea {
  const area: UsedArea = { height: 0, width: 0 }
  sheet.rows.forEach((row, index) => {
    const last = row.findLastIndex((value) => value !== null && value !== '')
    if (last >= 0) area.height = index + 1
    area.width = Math.max(area.width, last + 1)
  })
  for (const [address, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined) continue
    const [row = 0, column = 0] = address.split(',').map(Number)
    area.height = Math.max(area.height, row + 1)
    area.width = Math.max(area.width, column + 1)
  }
  return area
}

function sheetData(sheet: Sheet, limits: WorkbookLimits): SheetData {
  const { height, width } = usedArea(sheet)
  if (height > limits.maxRows) refuse('spreadsheet.too_many_rows', { sheet: sheet.name, max: limits.maxRows })
  if (width > limits.maxColumns) refuse('spreadsheet.too_many_columns', { sheet: sheet.name, max: limits.maxColumns })
  const rows = sheet.rows.slice(0, height).map((row, index) => row.slice(0, width).map((value, column) => cellAt(sheet, index, column, value)))
  return {
    name: sheet.name.normalize('NFC'),
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows,
    merges: (sheet.merges ?? []).map(
      (merge) => `${cellReference(merge.startRow, merge.startCol)}:${cellReference(merge.endRow, merge.endCol)}`,
    ),
  }
}

/**
 * Reads an .xlsx file: text in NFC, Excel serial dates (1900 and 1904 systems) as calendar dates, formulas and errors
 * marked. Nothing is calculated, no macro, link or picture is opened. Refuses with the codes of `spreadsheetRefusals`.
 */
export async function readWorkbook(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}): Promise<SheetData[]> {
  const applied = { ...defaultWorkbookLimits, ...limits }
  if (bytes.length > applied.maxFileBytes) {
    refuse('spreadsheet.too_large', { maxMegabytes: Math.floor(applied.maxFileBytes / 1024 / 1024), bytes: bytes.length })
  }
  refuseUnlessZip(bytes)
  try {
    const parts = unpackWorkbook(bytes, applied)
    const { readXlsx } = await import('hucre/xlsx')
    const workbook = await readXlsx(zipSync(parts, { level: 0 }))
    if (workbook.sheets.length > applied.maxSheets) {
      refuse('spreadsheet.too_many_sheets', { found: workbook.sheets.length, max: applied.maxSheets })
    }
    return workbook.sheets.map((sheet) => sheetData(sheet, applied))
  } catch (error) {
    if (error instanceof Refusal) throw error
    // The library counts the rectangle around all cells, two lone corners included.
    if (error instanceof Error && /^Sheet .* spans \d+ rows/.test(error.message)) {
      throw new Refusal('spreadsheet.too_many_rows', { sheet: '', max: applied.maxRows })
    }
    throw new Refusal('spreadsheet.damaged', { reason: error instanceof Error ? error.message : String(error) })
  }
}
