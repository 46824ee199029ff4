import { fromNumber, toShortest, parseRational } from '#kernel/rational.ts'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import { expectedIn, longestIn, type SheetColumn } from './sheet-columns.ts'

/** A cell as the workbook holds it. */
export interface RawCell {
  readonly kind: 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula'
  readonly value: string | number | boolean | null
  /** Without its equals sign. */
  readonly formula?: string
}

/** What a cell says in the words of a sheet; null when blank, which is never nought. */
export type ReadEntry = { readonly value: string | null } | { readonly found: string; readonly expected: string }

const decimal = /^\d{1,3}([.,]\d{1,6})?$/
// Entries of lists, as the sheet takes them.
const longDecimal = /^\d{1,9}([.,]\d{1,6})?$/

/** Reads one cell of a column. Whether the number fits the rulebook is judged afterwards, with the whole sheet. */
export function readEntry(column: SheetColumn, cell: RawCell): ReadEntry {
  const bad = (expected = expectedIn(column)): ReadEntry => ({ found: cell.formula !== undefined ? `=${cell.formula}` : cell.value === null ? '' : String(cell.value), expected })
  if (cell.kind === 'empty') return { value: null }
  if (cell.kind === 'formula') return bad(`Giá trị, không phải công thức. ${expectedIn(column)}`)
  if (cell.kind === 'date') return bad(`Excel đã đổi số thành ngày; định dạng lại ô rồi gõ lại. ${expectedIn(column)}`)
  if (cell.kind === 'boolean' && column.kind === 'entry' && column.choices?.some((choice) => choice.value === String(cell.value)) === true) return { value: String(cell.value) }
  if (cell.kind !== 'text' && cell.kind !== 'number') return bad()
  const text = String(cell.value).normalize('NFC').replace(/\r\n?/g, '\n').trim()
  if (text === '') return { value: null }
  const isChoice = column.kind === 'level' || (column.kind === 'entry' && column.choices !== null)
  if (!isChoice && column.number === null && column.choices === null) return text.length > longestIn(column) ? bad() : { value: text }
  if (isChoice) {
    const level = column.choices?.find((choice) => choice.value === text || foldVietnamese(choice.shown) === foldVietnamese(text))
    return level === undefined ? bad() : { value: level.value }
  }
  const shape = column.kind === 'entry' ? longDecimal : decimal
  const number = cell.kind === 'number' ? fromNumber(Number(cell.value)) : shape.test(text) ? parseRational(text.replace(',', '.')) : null
  if (number === null || !shape.test(toShortest(number))) return bad()
  return { value: toShortest(number) }
}
