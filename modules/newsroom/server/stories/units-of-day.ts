import type { Actor } from '#kernel/actor.ts'
import { scopeOf } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { lineage } from '#kernel/lineage.ts'
import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'

/** The units of a day, read once per request. */
export interface UnitsOfDay {
  nameOf(unitId: UnitId): string
  /** The unit and the units above it; empty when it does not exist that day. */
  lineageOf(unitId: UnitId): UnitId[]
  /** Units whose stories somebody reads; null means all. */
  readableTo(actor: Actor): UnitId[] | null
}

/** With any of them somebody belongs to a newsroom. */
export const newsroomRights = ['newsroom:write', 'newsroom:review', 'newsroom:approve'] as const

/** Reads the units of a day. */
export async function unitsOfDay(read: Reader, { tenantId }: Actor, day: CalendarDate): Promise<UnitsOfDay> {
  const units = await unitTreeAsOf(read, tenantId, day)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const lineageOf = (unitId: UnitId): UnitId[] => lineage(byId, unitId).map((unit) => unit.id)
  return {
    nameOf: (unitId) => byId.get(unitId)?.name ?? '',
    lineageOf,
    readableTo: (actor) => {
      const scopes = newsroomRights.map((right) => scopeOf(actor, right))
      if (scopes.includes(null)) return null
      const roots = new Set(scopes.flatMap((scope) => scope ?? []))
      return units.filter((unit) => lineageOf(unit.id).some((id) => roots.has(id))).map((unit) => unit.id)
    },
  }
}
