/** A small repeatable generator, so that the sample is the same on every machine and every run. */
export interface SeededDraw {
  /** A number in [0, 1). */
  readonly next: () => number
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number
  /** One member of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T
  /** `count` different members, in drawn order; all of them when there are fewer. */
  readonly pickSome: <T>(list: readonly T[], count: number) => readonly T[]
}

/** The generator named by `key`: FNV-1a of the key seeds mulberry32. */
export function seededDraw(key: string): SeededDraw {
  let state = 0x811c9dc5
  for (let index = 0; index < key.length; index += 1) {
    state = Math.imul(state ^ key.charCodeAt(index), 0x01000193)
  }
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    const member = list[whole(0, list.length - 1)]
    if (member === undefined) throw new Error('Cannot draw from an empty list')
    return member
  }
  const pickSome = <T>(list: readonly T[], count: number): readonly T[] => {
    const left = [...list]
    const drawn: T[] = []
    while (drawn.length < count && left.length > 0) drawn.push(...left.splice(whole(0, left.length - 1), 1))
    return drawn
  }
  return { next, whole, pick, pickSome }
}
