import type { SheetColumn } from '../../domain/sheet-file/sheet-columns.ts'

/** The key of the first column of a worksheet of tasks. */
export const rowMark = 'row'

/** Names the row of one task of one person; hidden in the first column. */
export function rowKey(personId: string, rowId: string): string {
  return `${personId}/${rowId}`
}

/** The field a cell of such a row fills, as the hidden keys name its column. */
export function fieldOf({ code }: SheetColumn): string {
  return code.split('.').slice(2).join('.')
}
