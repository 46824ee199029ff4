/** One line of two texts beside each other. */
export interface LineDifference {
  readonly side: 'mine' | 'theirs'
  readonly line: number
  readonly text: string
}

const mostCompared = 4_000_000

/** The lines that only one of two texts has, in their order; where the texts are too far apart, all of what differs. */
export function lineDifference(mine: string, theirs: string): LineDifference[] {
  const [a, b] = [mine.split('\n'), theirs.split('\n')]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const of = (side: 'mine' | 'theirs', lines: readonly string[], i: number): LineDifference => ({ side, line: start + i + 1, text: lines[i] ?? '' })
  if (x.length * y.length > mostCompared) return [...y.map((_, i) => of('theirs', y, i)), ...x.map((_, i) => of('mine', x, i))]
  // Length of the longest common part of what follows, by rows of x and y.
  const width = y.length + 1
  const common = new Uint32Array((x.length + 1) * width)
  for (let i = x.length - 1; i >= 0; i -= 1) {
    for (let j = y.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = x[i] === y[j] ? (common[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0)
    }
  }
  const found: LineDifference[] = []
  let [i, j] = [0, 0]
  while (i < x.length || j < y.length) {
    if (i < x.length && j < y.length && x[i] === y[j]) {
      i += 1
      j += 1
    } else if (j < y.length && (i >= x.length || (common[i * width + j + 1] ?? 0) >= (common[(i + 1) * width + j] ?? 0))) {
      found.push(of('theirs', y, j))
      j += 1
    } else {
      found.push(of('mine', x, i))
      i += 1
    }
  }
  return found
}
