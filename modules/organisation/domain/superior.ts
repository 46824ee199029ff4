import type { PersonId, PostId, UnitId } from '#kernel/id.ts'
import type { PostRole } from './reference-lists.ts'

/** A holding on one day, as far as finding superiors needs it. */
export interface HeldOnDate {
  readonly personId: PersonId
  readonly postId: PostId
  readonly unitId: UnitId
  readonly role: PostRole
  readonly isPrimary: boolean
}

/** Who tracks and scores a holder (cấp trên trực tiếp), or why nobody was found. */
export type Superior =
  | { readonly found: true; readonly personId: PersonId; readonly postId: PostId; readonly unitId: UnitId }
  | { readonly found: false; readonly reason: 'no-head-above' | 'several-heads'; readonly unitId: UnitId }

/**
 * The superior of a holder on a day: the head of the holder's unit; for that head, the head of the nearest unit
 * above that has one. Somebody who heads that unit too is passed over: nobody is their own superior.
 */
export function superiorOf(holder: HeldOnDate, parentOf: ReadonlyMap<UnitId, UnitId | null>, heads: ReadonlyMap<UnitId, readonly HeldOnDate[]>): Superior {
  let unitId: UnitId | null | undefined = holder.role === 'head' ? parentOf.get(holder.unitId) : holder.unitId
  while (unitId !== null && unitId !== undefined) {
    const others = (heads.get(unitId) ?? []).filter((head) => head.personId !== holder.personId)
    if (others.length > 1) return { found: false, reason: 'several-heads', unitId }
    const head = others[0]
    if (head !== undefined) return { found: true, personId: head.personId, postId: head.postId, unitId }
    unitId = parentOf.get(unitId)
  }
  return { found: false, reason: 'no-head-above', unitId: holder.unitId }
}

/** The heads of each unit among the holdings of a day. */
export function headsByUnit<Held extends HeldOnDate>(holdings: readonly Held[]): Map<UnitId, Held[]> {
  const heads = new Map<UnitId, Held[]>()
  for (const holding of holdings) {
    if (holding.role !== 'head') continue
    const known = heads.get(holding.unitId)
    if (known === undefined) heads.set(holding.unitId, [holding])
    else known.push(holding)
  }
  return heads
}
