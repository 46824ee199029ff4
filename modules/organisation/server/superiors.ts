import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PostId, TenantId, UnitId } from '#kernel/id.ts'
import { lineage } from '#kernel/lineage.ts'
import type { Reader } from '#platform/db/database.ts'
import { headsByUnit, superiorOf, type Superior } from '../domain/superior.ts'
import type { UnitOnDate } from '../domain/unit-tree.ts'
import { holdingsAsOf, unitTreeAsOf, type HoldingOnDate } from './as-of.ts'

/** The whole organisation on a day, read once: for a campaign that resolves participants and raters from posts. */
export interface OrganisationOnDate {
  readonly date: CalendarDate
  readonly units: readonly UnitOnDate[]
  readonly holdings: readonly HoldingOnDate[]
  /** The unit and the units above it, nearest first. */
  lineageOf(unitId: UnitId): UnitId[]
  /** The unit and everything below it. */
  subtreeOf(unitId: UnitId): UnitId[]
  /** Who heads the unit itself (người đứng đầu), none or several when the data says so. */
  headsOf(unitId: UnitId): readonly HoldingOnDate[]
  /** Who tracks and scores this holding, or why nobody was found. */
  superiorOf(holding: HoldingOnDate): Superior
  holdersOf(postId: PostId): readonly HoldingOnDate[]
}

/** Reads the organisation on a day. */
export async function organisationAsOf(read: Reader, tenantId: TenantId, date: CalendarDate): Promise<OrganisationOnDate> {
  const units = await unitTreeAsOf(read, tenantId, date)
  const holdings = await holdingsAsOf(read, tenantId, date)
  const parentOf = new Map<UnitId, UnitId | null>(units.map((unit) => [unit.id, unit.parentId]))
  const heads = headsByUnit(holdings)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const lineageOf = (unitId: UnitId): UnitId[] => lineage(byId, unitId).map((unit) => unit.id)
  return {
    date,
    units,
    holdings,
    lineageOf,
    subtreeOf: (unitId) => units.filter((unit) => lineageOf(unit.id).includes(unitId)).map((unit) => unit.id),
    headsOf: (unitId) => heads.get(unitId) ?? [],
    superiorOf: (holding) => superiorOf(holding, parentOf, heads),
    holdersOf: (postId) => holdings.filter((holding) => holding.postId === postId),
  }
}
