import type { ReceivedOf } from '#platform/contract/route.ts'
import type { rundownRoutes } from '../../contract/rundown-routes.ts'
import { msOfDay } from '../../domain/rundown/clock.ts'
import type { Cuttable } from '../../domain/rundown/cuts.ts'
import type { TimedItem } from '../../domain/rundown/timing.ts'

/** A rundown as the screen has it. */
export type Rundown = ReceivedOf<typeof rundownRoutes.getRundown>
export type Item = Rundown['items'][number]
export type ItemId = Item['id']

/** A line of the as-run log. */
export type Airing = ReceivedOf<typeof rundownRoutes.listAirings>['items'][number]

/** The items as the clock of the rundown sees them. */
export function timedItems({ items, date }: Pick<Rundown, 'items' | 'date'>): TimedItem[] {
  return items.map((item) => ({
    id: item.id,
    plannedMs: item.plannedMs,
    estimatedMs: item.estimatedMs,
    lockedMs: item.lockedMs,
    startedMs: item.startedAt === null ? null : msOfDay(item.startedAt, date),
    endedMs: item.endedAt === null ? null : msOfDay(item.endedAt, date),
    floated: item.floated,
    fixedStartMs: item.fixedStartMs,
  }))
}

/** What may be cut: blocks the editor marked, items the producer did. */
export function cuttablesOf(items: readonly Item[], lengths: ReadonlyMap<string, number>): Cuttable[] {
  return items
    .filter((item) => item.stage === 'waiting' && !item.floated)
    .flatMap((item) => [
      ...item.cuttableBlocks.map((block) => ({ itemId: item.id, blockId: block.id, ms: block.ms })),
      ...(item.cuttable ? [{ itemId: item.id, blockId: null, ms: lengths.get(item.id) ?? 0 }] : []),
    ])
}
