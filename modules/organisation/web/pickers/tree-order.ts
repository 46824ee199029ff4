/** What is needed of a unit to put it in its place. */
export interface PlacedUnit {
  readonly id: string
  readonly parentId: string | null
}

/**
 * Units in the order of the tree, each below its parent and before the parent's next child, with their depth. A unit whose
 * parent is not in the list stands at the top. The order among children is kept.
 */
export function treeOrder<Unit extends PlacedUnit>(units: readonly Unit[]): { unit: Unit; depth: number }[] {
  const known = new Set(units.map((unit) => unit.id))
  const children = new Map<string | null, Unit[]>()
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), unit])
  }
  const walk = (parent: string | null, depth: number): { unit: Unit; depth: number }[] =>
    (children.get(parent) ?? []).flatMap((unit) => [{ unit, depth }, ...walk(unit.id, depth + 1)])
  return walk(null, 0)
}
