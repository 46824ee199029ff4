/** Letters put in, left out or replaced (Levenshtein). */
function lettersChanged(before: readonly string[], after: readonly string[]): number {
  let row = Array.from({ length: after.length + 1 }, (_, at) => at)
  for (const [i, letter] of before.entries()) {
    const next = [i + 1]
    for (const [j, other] of after.entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** Longer rows of letters are no words. */
const longest = 40

/** Whether one word is the other mistyped: one or two letters, and no more than half of them, for "sẽ" is not "đã" mistyped. */
export function isSlip(before: string, after: string): boolean {
  if (before === after) return true
  const [left, right] = [[...before], [...after]]
  const shorter = Math.min(left.length, right.length)
  if (Math.max(left.length, right.length) > longest) return false
  return lettersChanged(left, right) * 2 <= Math.min(shorter, 4)
}
