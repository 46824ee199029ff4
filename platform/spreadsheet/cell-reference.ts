/** Column 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26)
  const letter = String.fromCharCode(65 + (column % 26))
  return rest === 0 ? letter : columnLetters(rest - 1) + letter
}

/** Row and column counted from 0 → "B7". */
export function cellReference(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`
}
