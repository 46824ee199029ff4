import { readWorkbook, type SheetData } from './read-workbook.ts'
import type { WorkbookLimits } from './workbook-limits.ts'
import { isSmall, longestMs, workInThread } from './workbook-thread.ts'

/** As `readWorkbook`, a large one in a thread of its own with an end to its memory and time, so that others are answered meanwhile. */
export async function readWorkbookAside(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}, patienceMs = longestMs): Promise<SheetData[]> {
  return isSmall(bytes, limits) ? readWorkbook(bytes, limits) : ((await workInThread({ kind: 'read', bytes, limits }, patienceMs)) as SheetData[])
}
