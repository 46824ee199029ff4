import { commonParts } from './shortest-edit.ts'

/** Neighbouring parts that stand in both rows: `length` of them from `before` on and from `after` on. */
export interface CommonRun {
  readonly before: number
  readonly after: number
  readonly length: number
}

/** The places of the parts that the other row has too; the rest can have no counterpart, and comparing it takes most of the time. */
function placesIn(row: readonly string[], other: readonly string[]): readonly number[] {
  const known = new Set(other)
  return [...row.keys()].filter((at) => known.has(row[at] ?? ''))
}

function numbersOf(row: readonly string[], places: readonly number[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(places, (at) => {
    const part = row[at] ?? ''
    const number = numbers.get(part) ?? numbers.size
    numbers.set(part, number)
    return number
  })
}

/** What two rows have in common, in order: a longest common subsequence, as few runs as its neighbours make. */
export function commonRuns(before: readonly string[], after: readonly string[]): readonly CommonRun[] {
  const beforePlaces = placesIn(before, after)
  const afterPlaces = placesIn(after, before)
  const numbers = new Map<string, number>()
  const runs: CommonRun[] = []
  for (const [left, right] of commonParts(numbersOf(before, beforePlaces, numbers), numbersOf(after, afterPlaces, numbers))) {
    const place = { before: beforePlaces[left] ?? 0, after: afterPlaces[right] ?? 0 }
    const last = runs.at(-1)
    if (last !== undefined && last.before + last.length === place.before && last.after + last.length === place.after) runs.splice(-1, 1, { ...last, length: last.length + 1 })
    else runs.push({ ...place, length: 1 })
  }
  return runs
}
