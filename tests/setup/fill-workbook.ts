import assert from 'node:assert/strict'
import { openXlsx, saveXlsx } from 'hucre/xlsx'

/** What somebody types into a row, by the hidden key of the column. */
export type Filled = Readonly<Record<string, string | number | { readonly formula: string } | null>>

/** Somebody opens one of our workbooks in Excel and types into the row with this hidden key. */
export async function fillWorkbook(bytes: Uint8Array, table: string, rowKey: string, filled: Filled): Promise<Uint8Array> {
  const workbook = await openXlsx(bytes, { readStyles: true })
  const sheet = workbook.sheets.find((each) => each.name === table)
  assert.ok(sheet, table)
  const row = sheet.rows.findIndex((cells) => cells[0] === rowKey)
  for (const [key, value] of Object.entries(filled)) {
    const column = sheet.rows[0]?.indexOf(key) ?? -1
    assert.ok(row > 0 && column > 0, `${key} of ${rowKey}`)
    const cells = (sheet.cells ??= new Map())
    const style = cells.get(`${row},${column}`)?.style
    const cell = typeof value === 'object' && value !== null ? { value: 1, type: 'formula' as const, formula: value.formula } : { value, type: value === null ? ('empty' as const) : typeof value === 'number' ? ('number' as const) : ('string' as const) }
    cells.set(`${row},${column}`, { ...cell, ...(style ? { style } : {}) })
    const line = sheet.rows[row]
    if (line !== undefined) line[column] = typeof value === 'object' && value !== null ? 1 : value
  }
  return saveXlsx(workbook)
}
