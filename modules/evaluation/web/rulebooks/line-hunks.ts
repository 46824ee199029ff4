/** A range of lines of a text that another has otherwise. */
export interface Hunk {
  readonly from: number
  readonly to: number
  /** Where the other's lines begin in it. */
  readonly at: number
  readonly lines: readonly string[]
}

const mostCompared = 4_000_000

/** The ranges of lines in which a text differs from another; where they are too far apart, one range for all of it. */
export function hunksOf(base: readonly string[], side: readonly string[]): Hunk[] {
  let start = 0
  while (start < base.length && start < side.length && base[start] === side[start]) start += 1
  let end = 0
  while (end < base.length - start && end < side.length - start && base[base.length - 1 - end] === side[side.length - 1 - end]) end += 1
  const [x, y] = [base.slice(start, base.length - end), side.slice(start, side.length - end)]
  if (x.length === 0 && y.length === 0) return []
  if (x.length * y.length > mostCompared) return [{ from: start, to: base.length - end, at: start, lines: y }]
  // Length of the longest common part of what follows, by rows of x and y.
  const width = y.length + 1
  const common = new Uint32Array((x.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = x.length - 1; i >= 0; i -= 1) {
    for (let j = y.length - 1; j >= 0; j -= 1) common[i * width + j] = x[i] === y[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const hunks: Hunk[] = []
  let [i, j] = [0, 0]
  while (i < x.length || j < y.length) {
    if (i < x.length && j < y.length && x[i] === y[j]) {
      i += 1
      j += 1
      continue
    }
    const [fromX, fromY] = [i, j]
    while ((i < x.length || j < y.length) && !(i < x.length && j < y.length && x[i] === y[j])) {
      if (j < y.length && (i >= x.length || at(i, j + 1) >= at(i + 1, j))) j += 1
      else i += 1
    }
    hunks.push({ from: start + fromX, to: start + i, at: start + fromY, lines: y.slice(fromY, j) })
  }
  return hunks
}
