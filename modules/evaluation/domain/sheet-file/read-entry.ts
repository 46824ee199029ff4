import { fromNumber, toShortest, parseRational } from '#kernel/rational.ts'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import { expectedIn, longestReason, longestText, type SheetColumn } from './sheet-columns.ts'

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

/** Reads one cell of a column. Whether the number fits the rulebook is judged afterwards, with the whole sheet. */
export function readEntry(column: SheetColumn, cell: RawCell): ReadEntry {
  const bad = (expected = expectedIn(column)): ReadEntry => ({ found: cell.formula !== undefined ? `=${cell.formula}` : cell.value === null ? '' : String(cell.value), expected })
  if (cell.kind === 'empty') return { value: null }
  if (cell.kind === 'formula') return bad(`Giá trị, không phải công thức. ${expectedIn(column)}`)
  if (cell.kind === 'date') return bad(`Excel đã đổi số thành ngày; định dạng lại ô rồi gõ lại. ${expectedIn(column)}`)
  if (cell.kind !== 'text' && cell.kind !== 'number') return bad()
  const text = String(cell.value).normalize('NFC').replace(/\r\n?/g, '\n').trim()
  if (text === '') return { value: null }
  if (column.kind === 'text' || column.kind === 'reason') return text.length > (column.kind === 'reason' ? longestReason : longestText) ? bad() : { value: text }
  if (column.kind === 'level') {
    const level = column.choices?.find((choice) => choice.value === text || foldVietnamese(choice.shown) === foldVietnamese(text))
    return level === undefined ? bad() : { value: level.value }
  }
  const number = cell.kind === 'number' ? fromNumber(Number(cell.value)) : decimal.test(text) ? parseRational(text.replace(',', '.')) : null
  if (number === null || !/^\d{1,3}(\.\d{1,6})?$/.test(toShortest(number))) return bad()
  return { value: toShortest(number) }
}
