import { mostGroups, type ComplexityGroup } from '../../domain/catalogue.ts'

/** A complexity group while it is edited; points null while empty. */
export interface GroupRow {
  readonly code: string
  readonly name: string
  readonly maxPoints: string | null
}

/** Whether another group may be added: at most five (article 13.1a). */
export function mayAddGroup(rows: readonly GroupRow[]): boolean {
  return rows.length < mostGroups
}

/** A new row with the next free code, N1 … N5. */
export function nextGroup(rows: readonly GroupRow[]): GroupRow {
  const codes = new Set(rows.map((row) => row.code))
  const number = [1, 2, 3, 4, 5].find((one) => !codes.has(`N${one}`)) ?? rows.length + 1
  return { code: `N${number}`, name: '', maxPoints: null }
}

/** What is wrong with a row among the others; undefined when nothing is. */
export function groupProblem(rows: readonly GroupRow[], at: number): 'text' | 'points' | 'same-code' | undefined {
  const row = rows[at]
  if (row === undefined) return undefined
  if (row.code.trim() === '' || row.name.trim() === '') return 'text'
  if (row.maxPoints === null || /^0+(\.0+)?$/.test(row.maxPoints)) return 'points'
  return rows.some((other, index) => index !== at && other.code.trim() === row.code.trim()) ? 'same-code' : undefined
}

/** The rows as the server takes them; undefined while one is wrong. */
export function groupsOf(rows: readonly GroupRow[]): ComplexityGroup[] | undefined {
  if (rows.length === 0 || rows.some((_, at) => groupProblem(rows, at) !== undefined)) return undefined
  return rows.map((row) => ({ code: row.code.trim(), name: row.name.trim(), maxPoints: row.maxPoints ?? '' }))
}
