import { markCells, type CellMark } from './mark-cells.ts'
import { isSmall, longestMs, workInThread } from './workbook-thread.ts'

/** As `markCells`, a large workbook in a thread of its own. */
export async function markCellsAside(bytes: Uint8Array, marks: readonly CellMark[]): Promise<Uint8Array> {
  return isSmall(bytes) ? markCells(bytes, marks) : ((await workInThread({ kind: 'mark', bytes, marks }, longestMs)) as Uint8Array)
}
