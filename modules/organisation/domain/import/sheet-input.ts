import type { CalendarDate } from '#kernel/calendar-date.ts'

/** A cell of a workbook as the spreadsheet reader gives it, with its address ("B7"). */
export interface CellInput {
  readonly ref: string
  readonly kind: 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula'
  readonly value: string | number | boolean | CalendarDate | null
}

/** A sheet of a workbook as the spreadsheet reader gives it. */
export interface SheetInput {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly (readonly CellInput[])[]
  /** Merged ranges, "A1:C1". */
  readonly merges: readonly string[]
}
