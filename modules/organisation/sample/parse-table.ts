/** Reads a table written as text, one row a line, cells divided by `|`; blank lines and lines starting with `#` are skipped. */
export function parseTable(text: string, width: number): readonly (readonly string[])[] {
  const rows: string[][] = []
  for (const line of text.split('\n')) {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('#')) continue
    const cells = trimmed.split('|').map((cell) => cell.trim())
    if (cells.length !== width) {
      throw new Error(`Expected ${width} cells, found ${cells.length}: ${trimmed}`)
    }
    rows.push(cells)
  }
  return rows
}

/** The cell at `index`; throws when the row is shorter. */
export function cellAt(row: readonly string[], index: number): string {
  const cell = row[index]
  if (cell === undefined) throw new Error(`No cell ${index} in: ${row.join('|')}`)
  return cell
}

/** The cell at `index`, `null` when it is empty. */
export function optionalCellAt(row: readonly string[], index: number): string | null {
  const cell = cellAt(row, index)
  return cell === '' ? null : cell
}

/** The cell at `index` as a member of a closed set; throws when it is not one. */
export function memberAt<T extends string>(row: readonly string[], index: number, set: readonly T[]): T {
  const cell = cellAt(row, index)
  const found = set.find((member) => member === cell)
  if (found === undefined) throw new Error(`"${cell}" is not one of ${set.join(', ')}`)
  return found
}
