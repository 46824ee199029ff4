import type { UnitId } from '#kernel/id.ts'
import { lineage } from '#kernel/lineage.ts'
import type { UnitFileStatus } from './unit-campaign.ts'

/** An organisation in a round, as far as the order of deciding goes. */
export interface PlacedUnit {
  readonly unitId: UnitId
  readonly parentId: UnitId | null
  readonly excludedReason: string
  readonly status: UnitFileStatus
}

/** Organisations by the rated one directly above them; one left out is passed over, those below it move up. */
export function directlyBelow<Unit extends PlacedUnit>(units: readonly Unit[]): Map<UnitId, Unit[]> {
  const tree = new Map(units.map((unit) => [unit.unitId, { ...unit, id: unit.unitId }]))
  const below = new Map<UnitId, Unit[]>()
  for (const unit of units) {
    if (unit.excludedReason !== '') continue
    const above = ratedAbove(tree, unit.unitId)
    if (above !== undefined) below.set(above, [...(below.get(above) ?? []), unit])
  }
  return below
}

function ratedAbove(tree: ReadonlyMap<UnitId, PlacedUnit & { readonly id: UnitId }>, unitId: UnitId): UnitId | undefined {
  return lineage(tree, unitId).slice(1).find((unit) => unit.excludedReason === '')?.unitId
}

/** Whether the level of an organisation is decided. */
export function isDecided(status: UnitFileStatus): boolean {
  return status === 'decided' || status === 'published'
}

/** Direct sub-units whose level must come first: lower organisations are decided before higher ones (article 9.1). */
export function waitsFor<Unit extends PlacedUnit>(units: readonly Unit[], unitId: UnitId): Unit[] {
  return (directlyBelow(units).get(unitId) ?? []).filter((unit) => !isDecided(unit.status))
}

/** The rated organisation above when it is already decided: its conditions count this one's level (article 8.1b). */
export function decidedAbove<Unit extends PlacedUnit>(units: readonly Unit[], unitId: UnitId): Unit | undefined {
  const above = ratedAbove(new Map(units.map((unit) => [unit.unitId, { ...unit, id: unit.unitId }])), unitId)
  return units.find((unit) => unit.unitId === above && isDecided(unit.status))
}
