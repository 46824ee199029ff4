import { waitingPlaces, type Stretch, type WaitingPlace } from './stretches.ts'

/** A length of time, with nights and days off: a clock hour is an hour. Never less than nothing, though the clock was set back since. */
export function lengthOf({ from, to }: Stretch, now: Date): number {
  return Math.max(0, (to ?? now).getTime() - from.getTime())
}

/** Milliseconds at each place, all stretches together (thời gian đi đâu). */
export function timeByPlace(stretches: readonly Stretch[], now: Date): Record<WaitingPlace, number> {
  const totals = { draft: 0, returned: 0, department: 0, leadership: 0 } satisfies Record<WaitingPlace, number>
  for (const stretch of stretches) totals[stretch.place] += lengthOf(stretch, now)
  return totals
}

/** Fewer than this many say nothing of what is usual: each is shown for itself, and no middle is given. */
export const fewestForMedian = 5

/** The middle of lengths (trung vị), of an even number half-way between the two; null where there are too few. */
export function medianOf(lengths: readonly number[]): number | null {
  if (lengths.length < fewestForMedian) return null
  const sorted = [...lengths].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [upper = 0, lower = upper] = [sorted[middle], sorted[middle - 1]]
  return sorted.length % 2 === 1 ? upper : (lower + upper) / 2
}

/** A story and where it has been. */
export interface StoryStretches<Id extends string = string> {
  readonly storyId: Id
  readonly stretches: readonly Stretch[]
}

/** How long stories stayed at one place: those that left it in the period, and those that are still there at its end. */
export interface PlaceTimes<Id extends string = string> {
  readonly place: WaitingPlace
  readonly left: number
  /** Null where fewer than {@link fewestForMedian} left. */
  readonly median: number | null
  readonly longest: { readonly storyId: Id; readonly length: number } | null
  readonly waiting: number
  readonly longestWaiting: { readonly storyId: Id; readonly length: number } | null
}

/** A period from its first moment to before its last. */
export interface Period {
  readonly from: Date
  readonly until: Date
}

function longestOf<Id extends string>(times: readonly { readonly storyId: Id; readonly length: number }[]): { readonly storyId: Id; readonly length: number } | null {
  const [first] = times
  return first === undefined ? null : times.reduce((longest, each) => (each.length > longest.length ? each : longest), first)
}

/** How long stories stayed at each place in a period. A stay counts when it ends; one that goes on is shown apart, as nobody knows yet how long it will be. */
export function placeTimes<Id extends string>(stories: readonly StoryStretches<Id>[], { from, until }: Period): PlaceTimes<Id>[] {
  return waitingPlaces.map((place) => {
    const stays = stories.flatMap(({ storyId, stretches }) => stretches.filter((stretch) => stretch.place === place).map((stretch) => ({ storyId, stretch, length: lengthOf(stretch, until) })))
    const left = stays.filter(({ stretch: { to } }) => to !== null && to >= from && to < until)
    const waiting = stays.filter(({ stretch }) => stretch.from < until && (stretch.to === null || stretch.to >= until)).map(({ storyId, stretch }) => ({ storyId, length: until.getTime() - stretch.from.getTime() }))
    const longest = longestOf(left)
    const longestWaiting = longestOf(waiting)
    return {
      place,
      left: left.length,
      median: medianOf(left.map(({ length }) => length)),
      longest: longest && { storyId: longest.storyId, length: longest.length },
      waiting: waiting.length,
      longestWaiting,
    }
  })
}
