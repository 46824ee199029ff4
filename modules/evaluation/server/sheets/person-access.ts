import { holdsOver, scopeOf, type Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { lineage } from '#kernel/lineage.ts'
import { refuse } from '#kernel/refusal.ts'
import { holdingsAsOf, personNames, unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'

/** Whether the actor manages evaluation over a unit in which this person holds a post today. */
export async function managesPerson(read: Reader, actor: Actor, personId: PersonId, today: CalendarDate): Promise<boolean> {
  const scope = scopeOf(actor, 'evaluation:manage')
  if (scope === null) return (await personNames(read, actor.tenantId, [personId])).size === 1
  if (scope.length === 0) return false
  const holdings = await holdingsAsOf(read, actor.tenantId, today, { people: [personId] })
  const units = await unitTreeAsOf(read, actor.tenantId, today)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return holdings.some((holding) => holdsOver(actor, 'evaluation:manage', lineage(byId, holding.unitId).map((unit) => unit.id)))
}

/** Refuses as not found unless the actor manages evaluation over the person. */
export async function requireManagesPerson(read: Reader, actor: Actor, personId: PersonId, today: CalendarDate): Promise<void> {
  if (!(await managesPerson(read, actor, personId, today))) refuse('platform.not-found')
}
