/** How long an item is taken to be, and why. */
export const bases = ['actual', 'running', 'locked', 'estimated', 'planned', 'none'] as const
export type Basis = (typeof bases)[number]

/** An item as far as its time goes; milliseconds, clock times after the midnight of the rundown's day. */
export interface TimedItem {
  readonly id: string
  /** Dự kiến, ước tính, đã chốt. */
  readonly plannedMs: number | null
  readonly estimatedMs: number | null
  readonly lockedMs: number | null
  /** When it went on air, and when it ended. */
  readonly startedMs: number | null
  readonly endedMs: number | null
  readonly floated: boolean
  /** When it must begin (giờ cố định). */
  readonly fixedStartMs: number | null
}

export interface Span {
  readonly startMs: number
  /** The hard out (giờ phải dứt). */
  readonly outMs: number | null
}

export interface ItemTime {
  readonly id: string
  readonly ms: number
  readonly basis: Basis
  /** When it begins by what stands before it; null for an item that is floated or was skipped. */
  readonly startMs: number | null
  /** The latest it may begin for the rundown to end at its hard out (tính ngược). */
  readonly backMs: number | null
  /** Before a fixed start: time to fill when above zero, overlap when below. */
  readonly gapMs: number
}

/** The four durations added up over what takes time; each counts items that have it. */
export interface Totals {
  readonly plannedMs: number
  readonly estimatedMs: number
  readonly lockedMs: number
  readonly actualMs: number
}

/** Do two times of an item say the same? */
export function sameTime(one: ItemTime, other: ItemTime): boolean {
  return one.id === other.id && one.ms === other.ms && one.basis === other.basis && one.startMs === other.startMs && one.backMs === other.backMs && one.gapMs === other.gapMs
}

export interface RundownTime {
  readonly items: readonly ItemTime[]
  readonly endMs: number
  /** Above zero it runs over (quá giờ), below it is short; null without a hard out. */
  readonly overMs: number | null
  readonly totals: Totals
}

/** How long an item counts for: what it took, else what is recorded, else what is estimated, else what was allotted. On air it is never shorter than it already is. */
export function lengthOf(item: TimedItem, nowMs: number | null): { readonly ms: number; readonly basis: Basis } {
  if (item.startedMs !== null && item.endedMs !== null) return { ms: item.endedMs - item.startedMs, basis: 'actual' }
  const [ms, basis] = expected(item)
  const elapsed = item.startedMs === null || nowMs === null ? 0 : nowMs - item.startedMs
  return elapsed > ms ? { ms: elapsed, basis: 'running' } : { ms, basis }
}

function expected({ lockedMs, estimatedMs, plannedMs }: TimedItem): [number, Basis] {
  if (lockedMs !== null) return [lockedMs, 'locked']
  if (estimatedMs !== null) return [estimatedMs, 'estimated']
  return plannedMs === null ? [0, 'none'] : [plannedMs, 'planned']
}

/**
 * Forward times from the start, or from when an item really went on air; latest starts back from the hard out or the next fixed start; and how far over or
 * under it all is. Whatever has not begun cannot begin before `nowMs` once the rundown is on air.
 */
export function timeRundown(items: readonly TimedItem[], { startMs, outMs }: Span, nowMs: number | null = null): RundownTime {
  const lengths = items.map((item) => lengthOf(item, nowMs))
  const left = leftOut(items)
  const onAir = items.some((item) => item.startedMs !== null)
  const times: ItemTime[] = []
  let clock = startMs
  let waited = false
  items.forEach((item, at) => {
    const { ms, basis } = lengths[at] ?? { ms: 0, basis: 'none' as const }
    if (left.has(item.id)) {
      times.push({ id: item.id, ms, basis, startMs: null, backMs: null, gapMs: 0 })
      return
    }
    if (item.startedMs !== null) clock = item.startedMs
    else if (onAir && !waited && nowMs !== null) {
      clock = Math.max(clock, nowMs)
      waited = true
    }
    const gapMs = item.fixedStartMs === null || item.startedMs !== null ? 0 : item.fixedStartMs - clock
    const begins = clock + Math.max(gapMs, 0)
    times.push({ id: item.id, ms, basis, startMs: begins, backMs: null, gapMs })
    clock = begins + ms
  })
  const counted = items.filter((item) => !left.has(item.id))
  return { items: withBackTimes(items, left, times, outMs), endMs: clock, overMs: outMs === null ? null : clock - outMs, totals: totalsOf(counted) }
}

/** Items that take no time: those floated, and those skipped, before which something later has already been on air. */
export function leftOut(items: readonly TimedItem[]): ReadonlySet<string> {
  const lastStarted = items.reduce((last, item, at) => (item.startedMs === null ? last : at), -1)
  return new Set(items.flatMap((item, at) => (item.floated || (item.startedMs === null && at < lastStarted) ? [item.id] : [])))
}

function withBackTimes(items: readonly TimedItem[], left: ReadonlySet<string>, times: readonly ItemTime[], outMs: number | null): ItemTime[] {
  let latest = outMs
  const back = times.map((time) => time)
  for (let at = times.length - 1; at >= 0; at--) {
    const [item, time] = [items[at], times[at]]
    if (item === undefined || time === undefined || left.has(item.id)) continue
    const backMs: number | null = latest === null ? null : latest - time.ms
    back[at] = { ...time, backMs }
    latest = item.fixedStartMs ?? backMs
  }
  return back
}

function totalsOf(counted: readonly TimedItem[]): Totals {
  const sum = (of: (item: TimedItem) => number | null): number => counted.reduce((total, item) => total + (of(item) ?? 0), 0)
  return {
    plannedMs: sum((item) => item.plannedMs),
    estimatedMs: sum((item) => item.estimatedMs),
    lockedMs: sum((item) => item.lockedMs),
    actualMs: sum((item) => (item.startedMs === null || item.endedMs === null ? null : item.endedMs - item.startedMs)),
  }
}
