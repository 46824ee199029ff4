import { zipSync } from 'fflate'
import type { Cell } from 'hucre/xlsx'
import { refuseUnlessZip } from './recognise-file.ts'
import { unpackWorkbook } from './unpack-workbook.ts'
import { defaultWorkbookLimits } from './workbook-limits.ts'

/** A cell to mark, by the name of its sheet and its address, and what to say there. */
export interface CellMark {
  readonly sheet: string
  /** "B7" */
  readonly ref: string
  readonly text: string
}

const fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' } } as const

/** A copy of somebody’s workbook with cells filled red and a note on each. Cells, formats, rules and protection stay; older notes, pictures and macros are not carried over. Refuses as `readWorkbook` does. */
export async function markCells(bytes: Uint8Array, marks: readonly CellMark[]): Promise<Uint8Array> {
  refuseUnlessZip(bytes)
  const parts = unpackWorkbook(bytes, defaultWorkbookLimits)
  const { openXlsx, parseCellRef, saveXlsx } = await import('hucre/xlsx')
  const workbook = await openXlsx(zipSync(parts, { level: 0 }), { readStyles: true })
  for (const { sheet: name, ref, text } of marks) {
    const sheet = workbook.sheets.find((each) => each.name.normalize('NFC') === name)
    if (sheet === undefined) continue
    const { row, col } = parseCellRef(ref)
    const cells = (sheet.cells ??= new Map<string, Cell>())
    const key = `${row},${col}`
    const value = sheet.rows[row]?.[col] ?? null
    const found: Cell = cells.get(key) ?? { value, type: value === null ? 'empty' : typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string' }
    cells.set(key, { ...found, style: { ...found.style, fill }, comment: { author: 'Thước Đo', text } })
  }
  return saveXlsx(workbook)
}
