import type { Cell as LibraryCell, CellStyle, CellValue as LibraryValue, WriteSheet } from 'hucre/xlsx'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { cellReference, columnLetters } from './cell-reference.ts'

export type ColumnKind = 'text' | 'integer' | 'decimal' | 'number' | 'date'

export interface WorkbookColumn {
  readonly header: string
  /** in characters */
  readonly width: number
  /** text keeps leading noughts and never becomes a formula; decimal shows two places, number all there are; date is a real Excel date, dd/MM/yyyy */
  readonly kind: ColumnKind
  /** shown when the header is pointed at */
  readonly note?: string
  /** the values the drop-down list offers; others are stopped by Excel */
  readonly choices?: readonly string[]
  /** others than numbers from nought to `max`, in steps of `step`, are stopped by Excel */
  readonly number?: { readonly max: number; readonly step: number | null }
  /** longer texts are stopped by Excel */
  readonly longest?: number
  /** shown beside the cell that is chosen, with one of the rules above; cut to what Excel takes */
  readonly prompt?: { readonly title: string; readonly text: string }
  /** may be written in although the sheet is protected */
  readonly unlocked?: boolean
  readonly hidden?: boolean
}

export type WrittenValue = string | number | CalendarDate | null

/** A line of text above or below the table: titles, signature blocks. Columns are counted from 0. */
export interface WorkbookLine {
  readonly parts: readonly {
    readonly column: number
    readonly span: number
    readonly text: string
    readonly bold?: boolean
    readonly italic?: boolean
    readonly align?: 'left' | 'center' | 'right'
    readonly size?: number
  }[]
}

export interface WorkbookSheet {
  readonly name: string
  readonly columns: readonly WorkbookColumn[]
  readonly rows: readonly (readonly WrittenValue[])[]
  readonly linesAbove?: readonly WorkbookLine[]
  readonly linesBelow?: readonly WorkbookLine[]
  readonly autoFilter?: boolean
  /** rows below the data that the drop-down lists still cover, for templates people fill in */
  readonly roomForRows?: number
  /** A4 landscape, as wide as the paper, header repeated, pages numbered */
  readonly printable?: boolean
  /** names of the columns for the program that reads the file again, in a hidden first row */
  readonly keys?: readonly string[]
  /** only unlocked columns may be written in; without a password, against slips and not against will */
  readonly isProtected?: boolean
  /** cannot be shown from Excel's menus */
  readonly hidden?: boolean
  /** columns that stay in sight when the sheet is moved sideways */
  readonly frozenColumns?: number
}

export interface WorkbookToWrite {
  readonly title: string
  readonly sheets: readonly WorkbookSheet[]
}

const fontName = 'Times New Roman'
const listsSheet = 'Danh mục chọn'
const longestText = 32_767
const formats: Record<ColumnKind, string> = { text: '@', integer: '0', decimal: '#,##0.00', number: 'General', date: 'dd/mm/yyyy' }
// oxlint-disable-next-line no-control-regex
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const border = { style: 'thin' as const }
const borders = { top: border, right: border, bottom: border, left: border }

function cleanText(text: string): string {
  const clean = text.normalize('NFC').replace(notXml, '').toWellFormed()
  if (clean.length > longestText) throw new RangeError(`a cell holds at most ${longestText} characters, not ${clean.length}`)
  return clean
}

// "_x0041_" inside a cell means "A" to Excel, so a literal one must be escaped.
function cellText(text: string): string {
  return cleanText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

function dateOf(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime())) throw new RangeError(`not a calendar date: ${text}`)
  return date
}

function libraryValue(value: WrittenValue, kind: ColumnKind): LibraryValue {
  if (value === null || value === '') return null
  if (typeof value === 'number') return value
  if (kind === 'date') return dateOf(value)
  if (kind === 'text') return cellText(value)
  throw new RangeError(`a ${kind} column takes numbers, not "${value}"`)
}

function bodyStyle({ kind, unlocked }: WorkbookColumn): CellStyle {
  const horizontal = kind === 'text' ? 'left' : kind === 'decimal' || kind === 'number' ? 'right' : 'center'
  return {
    font: { name: fontName, size: 12 },
    border: borders,
    numFmt: formats[kind],
    alignment: { horizontal, vertical: 'center', wrapText: kind === 'text' },
    ...(unlocked === true ? { protection: { locked: false }, fill: openFill } : {}),
  }
}

const openFill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFDF2' } } as const

const headerStyle: CellStyle = {
  font: { name: fontName, size: 12, bold: true },
  border: borders,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF4' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}

type Cells = Map<string, Partial<LibraryCell>>

function putLine(sheet: WriteSheet, cells: Cells, row: number, line: WorkbookLine): void {
  for (const part of line.parts) {
    const font = { name: fontName, size: part.size ?? 12, bold: part.bold ?? false, italic: part.italic ?? false }
    const alignment = { horizontal: part.align ?? 'left', vertical: 'center', wrapText: true } as const
    cells.set(`${row},${part.column}`, { value: cellText(part.text), type: 'string', style: { font, alignment } })
    if (part.span > 1) sheet.merges?.push({ startRow: row, startCol: part.column, endRow: row, endCol: part.column + part.span - 1 })
  }
}

function putTable(cells: Cells, top: number, source: WorkbookSheet): void {
  source.columns.forEach((column, index) => {
    cells.set(`${top},${index}`, {
      value: cellText(column.header),
      type: 'string',
      style: headerStyle,
      ...(column.note === undefined ? {} : { comment: { text: cleanText(column.note) } }),
    })
  })
  const styles = source.columns.map(bodyStyle)
  source.rows.forEach((row, offset) => {
    source.columns.forEach((column, index) => {
      const value = libraryValue(row[index] ?? null, column.kind)
      const style = styles[index]
      cells.set(`${top + 1 + offset},${index}`, { value, ...(style ? { style } : {}) })
    })
  })
}

// Programs disagree on the height of rows with wrapped text, so headers and sheets meant for paper say it: lines times the height of one.
function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(part.length / Math.max(1, width - 1))), 0)
}

function rowHeights(source: WorkbookSheet, top: number): Map<number, { height: number }> {
  const lineHeight = 16.5
  const tallest = (row: readonly WrittenValue[], slack: number) =>
    Math.max(1, ...source.columns.map((column, index) => (column.hidden === true ? 1 : linesIn(String(row[index] ?? ''), column.width - slack))))
  const heights = new Map([[top, { height: tallest(source.columns.map((column) => column.header), 1) * lineHeight + 4 }]])
  if (source.printable !== true) return heights
  source.rows.forEach((row, index) => heights.set(top + 1 + index, { height: tallest(row, 0) * lineHeight + 2 }))
  return heights
}

interface ChoiceList {
  readonly values: readonly string[]
  readonly column: string
}

// Lists live on a hidden sheet: Excel allows 255 characters inside a validation and reads commas as separators.
function collectChoices(sheets: readonly WorkbookSheet[]): Map<readonly string[], ChoiceList> {
  const lists = new Map<readonly string[], ChoiceList>()
  for (const column of sheets.flatMap((sheet) => sheet.columns)) {
    if (column.choices !== undefined && !lists.has(column.choices)) {
      lists.set(column.choices, { values: column.choices, column: columnLetters(lists.size) })
    }
  }
  return lists
}

// Excel takes no more in a message beside a cell and in its title.
const longestMessage = 255
const longestTitle = 32

function promptOf({ prompt }: WorkbookColumn) {
  if (prompt === undefined) return {}
  return { showInputMessage: true, inputTitle: cleanText(prompt.title).slice(0, longestTitle), inputMessage: cleanText(prompt.text).slice(0, longestMessage) }
}

function numberRule(column: WorkbookColumn, first: string) {
  if (column.number === undefined) return undefined
  const { max, step } = column.number
  const whole = step === null ? '' : `,ABS(${first}/${step}-ROUND(${first}/${step},0))<0.000001`
  return {
    type: 'custom' as const,
    formula1: `AND(ISNUMBER(${first}),${first}>=0,${first}<=${max}${whole})`,
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: 'Số không hợp lệ',
    errorMessage: `Nhập số từ 0 đến ${String(max).replace('.', ',')}${step === null ? '' : `, bước ${String(step).replace('.', ',')}`}, hoặc để trống.`,
  }
}

function lengthRule(longest: number) {
  return {
    type: 'textLength' as const,
    operator: 'lessThanOrEqual' as const,
    formula1: String(longest),
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: 'Quá dài',
    errorMessage: `Nhiều nhất ${longest} ký tự.`,
  }
}

function validations(source: WorkbookSheet, top: number, lists: ReadonlyMap<readonly string[], ChoiceList>): WriteSheet['dataValidations'] {
  const lastRow = top + 1 + source.rows.length + (source.roomForRows ?? 0)
  if (lastRow === top + 1) return []
  return source.columns.flatMap((column, index) => {
    const first = cellReference(top + 1, index)
    const range = `${first}:${cellReference(lastRow - 1, index)}`
    const number = column.choices === undefined ? numberRule(column, first) : undefined
    if (number !== undefined) return { ...number, ...promptOf(column), range }
    if (column.choices === undefined && column.longest !== undefined) return { ...lengthRule(column.longest), ...promptOf(column), range }
    const list = column.choices === undefined ? undefined : lists.get(column.choices)
    if (list === undefined || list.values.length === 0) return []
    return {
      type: 'list' as const,
      formula1: `'${listsSheet}'!$${list.column}$1:$${list.column}$${list.values.length}`,
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: 'Giá trị không có trong danh mục',
      errorMessage: `Hãy chọn một giá trị trong danh sách của cột “${column.header}”.`.slice(0, longestMessage),
      ...promptOf(column),
      range,
    }
  })
}

function librarySheet(source: WorkbookSheet, lists: ReadonlyMap<readonly string[], ChoiceList>): WriteSheet {
  const above = source.keys === undefined ? 0 : 1
  const top = above + (source.linesAbove?.length ?? 0)
  const bottom = top + 1 + source.rows.length
  const cells: Cells = new Map()
  const sheet: WriteSheet = { name: sheetName(source.name), rows: [], cells, merges: [], freezePane: { rows: top + 1, ...(source.frozenColumns === undefined ? {} : { columns: source.frozenColumns }) } }
  sheet.columns = source.columns.map((column) => ({ width: column.width, style: { font: { name: fontName, size: 12 }, numFmt: formats[column.kind] }, ...(column.hidden === true ? { hidden: true } : {}) }))
  source.keys?.forEach((key, index) => cells.set(`0,${index}`, { value: cellText(key), type: 'string' }))
  source.linesAbove?.forEach((line, index) => putLine(sheet, cells, above + index, line))
  putTable(cells, top, source)
  source.linesBelow?.forEach((line, index) => putLine(sheet, cells, bottom + 1 + index, line))
  sheet.rowDefs = rowHeights(source, top)
  if (source.keys !== undefined) sheet.rowDefs.set(0, { hidden: true })
  if (source.isProtected === true) sheet.protection = { sheet: true, selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true }
  if (source.hidden === true) sheet.veryHidden = true
  const rules = validations(source, top, lists)
  if (rules !== undefined && rules.length > 0) sheet.dataValidations = rules
  if (source.autoFilter === true) sheet.autoFilter = { range: `${cellReference(top, 0)}:${cellReference(bottom - 1, source.columns.length - 1)}` }
  if (source.printable === true) {
    sheet.pageSetup = {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${top + 1}:$${top + 1}`,
      horizontalCentered: true,
      margins: { top: 0.8, bottom: 0.8, left: 0.6, right: 0.6, header: 0.3, footer: 0.3 },
    }
    sheet.headerFooter = { oddFooter: '&R&"Times New Roman,Regular"&10Trang &P/&N' }
  }
  return sheet
}

function sheetName(name: string): string {
  return cleanText(name).replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '').slice(0, 31).trim() || 'Trang 1'
}

function listsAsSheet(lists: readonly ChoiceList[]): WriteSheet {
  const height = Math.max(...lists.map((list) => list.values.length))
  const rows = Array.from({ length: height }, (_, row) => lists.map((list) => (list.values[row] === undefined ? null : cellText(list.values[row]))))
  return { name: listsSheet, rows, hidden: true }
}

/**
 * Writes an .xlsx file. Every text is a string cell in text format, so "=1+1" stays those four characters even after it is
 * edited in Excel; dates are real dates; codes keep their leading noughts. Throws RangeError on a value its column cannot hold.
 */
export async function writeWorkbook(workbook: WorkbookToWrite): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx')
  const lists = collectChoices(workbook.sheets)
  const sheets = workbook.sheets.map((sheet) => librarySheet(sheet, lists))
  if (lists.size > 0) sheets.push(listsAsSheet([...lists.values()]))
  return writeXlsx({ sheets, properties: { title: cleanText(workbook.title) }, defaultFont: { name: fontName, size: 12 } })
}
