import type { Actor } from '#kernel/actor.ts'
import { scopeOf } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { lineage } from '#kernel/lineage.ts'
import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Delegation } from '../../domain/approval/may-sign.ts'
import { newsroomRights } from '../../domain/policy.ts'
import { delegationsTo } from '../signing/delegations.ts'

/** The units of a day and what was delegated to the one who asks, read once per request. */
export interface UnitsOfDay {
  nameOf(unitId: UnitId): string
  /** The unit and the units above it; empty when it does not exist that day. */
  lineageOf(unitId: UnitId): UnitId[]
  /** Units whose stories the one who asks reads; null means all. */
  readonly readable: UnitId[] | null
  /** Written delegations to the one who asks that hold for stories of a unit, by its lineage. */
  delegationsOver(lineage: readonly UnitId[]): Delegation[]
  /** Levels at which somebody has delegated to the one who asks. */
  readonly delegatedLevels: ReadonlySet<Delegation['level']>
}

/** Reads the units of a day. */
export async function unitsOfDay(read: Reader, actor: Actor, day: CalendarDate): Promise<UnitsOfDay> {
  const units = await unitTreeAsOf(read, actor.tenantId, day)
  const delegated = actor.personId === null ? [] : await delegationsTo(read, actor.tenantId, actor.personId, day)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const lineageOf = (unitId: UnitId): UnitId[] => lineage(byId, unitId).map((unit) => unit.id)
  const scopes = [...newsroomRights.map((right) => scopeOf(actor, right)), ...delegated.map((each) => each.units)]
  const roots = new Set(scopes.flatMap((scope) => scope ?? []))
  return {
    nameOf: (unitId) => byId.get(unitId)?.name ?? '',
    lineageOf,
    readable: scopes.includes(null) ? null : units.filter((unit) => lineageOf(unit.id).some((id) => roots.has(id))).map((unit) => unit.id),
    delegationsOver: (above) => delegated.filter(({ units: over }) => over === null || over.some((id) => above.includes(id))).map(({ delegation }) => delegation),
    delegatedLevels: new Set(delegated.map(({ delegation }) => delegation.level)),
  }
}
