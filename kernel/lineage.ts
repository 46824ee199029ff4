/** A unit as far as its place in the tree goes. */
interface Placed<Id> {
  readonly id: Id
  readonly parentId: Id | null
}

/** The unit and those above it, nearest first; none when it is not among them. A circle in the tree ends the walk. */
export function lineage<Id, Unit extends Placed<Id>>(units: ReadonlyMap<Id, Unit>, from: Id): Unit[] {
  const found = new Set<Unit>()
  for (let at = units.get(from); at !== undefined && !found.has(at); at = at.parentId === null ? undefined : units.get(at.parentId)) found.add(at)
  return [...found]
}
