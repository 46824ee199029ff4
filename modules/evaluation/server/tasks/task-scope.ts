import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId, UnitId } from '#kernel/id.ts'
import { lineage } from '#kernel/lineage.ts'
import { unitTreeAsOf, type UnitOnDate } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { taskScopeOf } from '../../domain/task-policy.ts'

/** The units of a day as rights over tasks need them, read once per request. */
export interface UnitsOfDay {
  readonly units: readonly UnitOnDate[]
  nameOf(unitId: UnitId): string | undefined
  /** The unit and the units above it; empty when it does not exist that day. */
  lineageOf(unitId: UnitId): UnitId[]
}

/** Reads the units of a day. */
export async function unitsOfDay(read: Reader, tenantId: TenantId, date: CalendarDate): Promise<UnitsOfDay> {
  const units = await unitTreeAsOf(read, tenantId, date)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return {
    units,
    nameOf: (unitId) => byId.get(unitId)?.name,
    lineageOf: (unitId) => lineage(byId, unitId).map((unit) => unit.id),
  }
}

/** Units in the subtrees of `roots`; null (everything) stays null. */
export function unitsBelow(day: UnitsOfDay, roots: readonly UnitId[] | null): UnitId[] | null {
  if (roots === null) return null
  if (roots.length === 0) return []
  return day.units.filter((unit) => day.lineageOf(unit.id).some((id) => roots.includes(id))).map((unit) => unit.id)
}

/** Units whose tasks the actor may see besides the own ones; null means all. For limiting lists in SQL. */
export function visibleUnits(day: UnitsOfDay, actor: Actor): UnitId[] | null {
  return unitsBelow(day, taskScopeOf(actor))
}
