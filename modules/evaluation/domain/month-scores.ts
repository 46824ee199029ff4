/** A score of a month as stored: under which rulebook; empty when entered by hand. */
interface MonthScore {
  readonly rulebook_id: string
}

/** Rulebooks a body began from one another, as pairs; the given one with all of its kin (bản sửa đổi, bổ sung của cùng quy định). */
export function regimeOf(rulebookId: string, begunFrom: readonly { readonly rulebook_id: string; readonly basis_id: string }[]): ReadonlySet<string> {
  const kin = new Set([rulebookId])
  for (let before = 0; before !== kin.size; ) {
    before = kin.size
    for (const pair of begunFrom) {
      if (kin.has(pair.rulebook_id)) kin.add(pair.basis_id)
      if (kin.has(pair.basis_id)) kin.add(pair.rulebook_id)
    }
  }
  return kin
}

/** One score per key, the one that counts under a rulebook: its own before that of its kin, that before one entered by hand. */
export function countingScores<Row extends MonthScore>(rows: readonly Row[], rulebookId: string, keyOf: (row: Row) => string): Row[] {
  const rank = (row: Row): number => (row.rulebook_id === rulebookId ? 2 : row.rulebook_id === '' ? 0 : 1)
  const chosen = new Map<string, Row>()
  for (const row of rows) {
    const known = chosen.get(keyOf(row))
    if (known === undefined || rank(row) > rank(known)) chosen.set(keyOf(row), row)
  }
  return [...chosen.values()]
}

/** For a life's history, where no rulebook asks: the one under which most months were scored. */
export function usualRulebook(rows: readonly MonthScore[]): string {
  const counts = new Map<string, number>()
  for (const { rulebook_id } of rows) if (rulebook_id !== '') counts.set(rulebook_id, (counts.get(rulebook_id) ?? 0) + 1)
  return [...counts].toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b))[0]?.[0] ?? ''
}
