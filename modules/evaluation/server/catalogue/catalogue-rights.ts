import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { lineage } from '#kernel/lineage.ts'
import { refuse } from '#kernel/refusal.ts'
import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { mayManageCatalogue } from '../../domain/task-policy.ts'

/** Whether the actor may change the catalogue today. */
export async function managesCatalogue(read: Reader, actor: Actor, today: CalendarDate): Promise<boolean> {
  const units = await unitTreeAsOf(read, actor.tenantId, today)
  return mayManageCatalogue(actor, units.filter((unit) => unit.parentId === null).map((unit) => unit.id))
}

/** Refuses an officer whose right covers a part of the body only: the catalogue holds for all of it. */
export async function requireManagesCatalogue(read: Reader, actor: Actor, today: CalendarDate): Promise<void> {
  if (!(await managesCatalogue(read, actor, today))) refuse('platform.not-found')
}

/** Refuses a unit that does not exist today, or lies outside `within` when that is given. */
export async function requireUnit(read: Reader, actor: Actor, unitId: UnitId | null, today: CalendarDate, mayUse: (lineage: readonly UnitId[]) => boolean): Promise<void> {
  if (unitId === null) return
  const units = new Map((await unitTreeAsOf(read, actor.tenantId, today)).map((unit) => [unit.id, unit]))
  const above = lineage(units, unitId).map((unit) => unit.id)
  if (above.length === 0 || !mayUse(above)) refuse('evaluation.product.unknown-unit', { unitId })
}
