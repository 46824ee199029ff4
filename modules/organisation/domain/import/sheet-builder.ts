import { parseIsoDate } from '#kernel/calendar-date.ts'
import type { CellInput, SheetInput } from './sheet-input.ts'

/** A cell as tests write it: text, number, boolean, `{date}`, `{formula}`, `{error}` or null for empty. */
export type PlainCell = string | number | boolean | null | { readonly date: string } | { readonly formula: string | number } | { readonly error: string }

/** A sheet from plain rows, the header among them. For tests. */
export function buildSheet(name: string, rows: readonly (readonly PlainCell[])[], over: Partial<SheetInput> = {}): SheetInput {
  return {
    name,
    hidden: false,
    merges: [],
    rows: rows.map((row, rowIndex) => row.map((cell, columnIndex) => buildCell(`${String.fromCharCode(65 + columnIndex)}${rowIndex + 1}`, cell))),
    ...over,
  }
}

function buildCell(ref: string, cell: PlainCell): CellInput {
  if (cell === null || cell === '') return { ref, kind: 'empty', value: null }
  if (typeof cell === 'string') return { ref, kind: 'text', value: cell }
  if (typeof cell === 'number') return { ref, kind: 'number', value: cell }
  if (typeof cell === 'boolean') return { ref, kind: 'boolean', value: cell }
  if ('date' in cell) return { ref, kind: 'date', value: parseIsoDate(cell.date) ?? null }
  if ('formula' in cell) return { ref, kind: 'formula', value: cell.formula }
  return { ref, kind: 'error', value: cell.error }
}
