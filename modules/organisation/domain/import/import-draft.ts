import type { CellMeaning } from './parse-cell.ts'
import type { RowOutcome } from './import-state.ts'
import type { SheetKey } from './columns.ts'
import type { TableRow } from './read-tables.ts'

/** Faults found by comparing rows with each other and with what is stored. */
export const planFaults = [
  'duplicate-in-file',
  'unknown-unit',
  'unknown-post',
  'unknown-person',
  'end-before-start',
  'overlap',
  'gap',
  'cycle',
  'parent-not-alive',
  'child-outlives',
  'in-future',
  'outside-unit-life',
  'post-outlives-unit',
  'held-longer',
  'outside-post-life',
  'two-primary',
  'no-place',
  'no-code',
  'identity-taken',
] as const
export const planWarnings = ['same-name-and-birth', 'identity-place', 'identity-sex', 'identity-birth-year'] as const
export type PlanFault = (typeof planFaults)[number] | (typeof planWarnings)[number]

/** Rows under judgement: what each would do, and what is wrong with it. */
export class ImportDraft {
  readonly outcomes = new Map<TableRow, RowOutcome>()

  /** Marks the cell of a column, or the row's first cell when the file has no such column. */
  mark(row: TableRow, column: string, code: PlanFault, expected: string, severity: 'error' | 'warning' = 'error'): void {
    const place = row.places.get(column) ?? [...row.places.values()][0] ?? { ref: `A${row.rowNo}`, header: '', text: '' }
    if (row.problems.some((problem) => problem.cell === place.ref && problem.code === code)) return
    row.problems.push({ cell: place.ref, header: place.header, found: place.text, expected, code, severity })
  }

  outcomeOf(row: TableRow): RowOutcome {
    // A row without an outcome hangs on a faulty one that is new itself, so nothing of it can be stored yet.
    return isFaulty(row) ? 'faulty' : (this.outcomes.get(row) ?? 'new')
  }
}

/** Whether the row cannot be taken as it is. */
export function isFaulty(row: TableRow): boolean {
  return row.problems.some((problem) => problem.severity === 'error')
}

/** Text of a column; `fallback` when the file has no such column. An empty cell is an empty text. */
export function textOf(row: TableRow, column: string, fallback = ''): string {
  const value = valueOf(row, column)
  return value === undefined ? fallback : value === null ? '' : String(value)
}

/** Value of a column: undefined when the file has no such column, null when the cell is empty. */
export function valueOf(row: TableRow, column: string): CellMeaning | undefined {
  return row.values.get(column)
}

/** Rows that name themselves by a code, the first of each code; later ones of the same code are marked. */
export function firstByKey(draft: ImportDraft, rows: readonly TableRow[], columns: readonly string[]): Map<string, TableRow> {
  const first = new Map<string, TableRow>()
  for (const row of rows) {
    if (columns.some((column) => valueOf(row, column) == null)) continue
    const key = JSON.stringify(columns.map((column) => valueOf(row, column)))
    const before = first.get(key)
    if (before === undefined) first.set(key, row)
    else draft.mark(row, columns[0] ?? '', 'duplicate-in-file', String(before.rowNo))
  }
  return first
}

/** What the rows of each sheet come to. */
export interface SheetCount {
  readonly sheet: SheetKey
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly faulty: number
  readonly warned: number
}

/** Counts the outcomes of a sheet's rows. */
export function countRows(draft: ImportDraft, sheet: SheetKey, rows: readonly TableRow[]): SheetCount {
  const count = { sheet, new: 0, changed: 0, unchanged: 0, faulty: 0, warned: 0 }
  for (const row of rows) {
    count[draft.outcomeOf(row)] += 1
    if (row.problems.some((problem) => problem.severity === 'warning')) count.warned += 1
  }
  return count
}
