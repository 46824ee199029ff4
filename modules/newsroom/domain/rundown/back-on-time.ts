import { proposeCuts, type CutProposal, type Cuttable } from './cuts.ts'
import { leftOut, timeRundown, type RundownTime, type Span, type TimedItem } from './timing.ts'

/**
 * What to cut to come back on time (cắt gì để dứt đúng giờ). A fixed start is kept as well as the hard out, so time is won where it is missing: before a fixed
 * start among the items that lead to it, at the end among those after the last one. Only items that have not begun are asked for.
 */
export function backOnTime(items: readonly TimedItem[], span: Span, cuttables: readonly Cuttable[], nowMs: number | null = null): CutProposal {
  const skipped = leftOut(items)
  let left = items
  let from = 0
  const cuts: Cuttable[] = []
  const bounds = items.flatMap((item, at) => (item.fixedStartMs !== null && !skipped.has(item.id) && item.startedMs === null ? [at] : []))
  for (const bound of [...bounds, items.length]) {
    const among = new Set(items.slice(from, bound).filter((item) => !skipped.has(item.id) && item.startedMs === null).map(({ id }) => id))
    const proposal = proposeCuts(cuttables.filter(({ itemId }) => among.has(itemId)), overAt(timeRundown(left, span, nowMs), bound))
    left = without(left, proposal.cuts, nowMs, span)
    cuts.push(...proposal.cuts)
    from = bound
  }
  const { overMs } = timeRundown(left, span, nowMs)
  return { cuts, savedMs: cuts.reduce((sum, { ms }) => sum + ms, 0), stillOverMs: Math.max(0, overMs ?? 0) }
}

function overAt({ items, overMs }: RundownTime, bound: number): number {
  const at = items[bound]
  return at === undefined ? (overMs ?? 0) : -at.gapMs
}

/** The rundown as it would be with these cuts. */
export function without(items: readonly TimedItem[], cuts: readonly Cuttable[], nowMs: number | null, span: Span): TimedItem[] {
  const { items: times } = timeRundown(items, span, nowMs)
  return items.map((item, at) => {
    const own = cuts.filter(({ itemId }) => itemId === item.id)
    if (own.length === 0) return item
    if (own.some(({ blockId }) => blockId === null)) return { ...item, floated: true }
    return { ...item, lockedMs: (times[at]?.ms ?? 0) - own.reduce((sum, { ms }) => sum + ms, 0) }
  })
}
