import { scopeOf, type Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import { holdingsAsOf, type HoldingOnDate } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { unitsBelow, unitsOfDay } from './task-scope.ts'

/** Somebody with the post that says where their tasks belong: the main one, else the first. */
export interface Assignable {
  readonly personId: PersonId
  readonly fullName: string
  readonly title: string
  readonly unitId: UnitId
  readonly unitName: string
}

/** People whose main post lies under the actor today, in the order of given names, without the actor; all of them or some. */
export async function assignableTo(read: Reader, actor: Actor, today: CalendarDate, people?: readonly PersonId[]): Promise<Map<PersonId, Assignable>> {
  const day = await unitsOfDay(read, actor.tenantId, today)
  const units = unitsBelow(day, scopeOf(actor, 'evaluation:assign'))
  const within = new Set(units ?? [])
  const holdings = await holdingsAsOf(read, actor.tenantId, today, people === undefined ? {} : { people })
  const found = new Map<PersonId, Assignable>()
  for (const holding of mainHoldings(holdings)) {
    if (holding.personId === actor.personId || !(units === null || within.has(holding.unitId))) continue
    found.set(holding.personId, {
      personId: holding.personId,
      fullName: holding.fullName,
      title: holding.title,
      unitId: holding.unitId,
      unitName: day.nameOf(holding.unitId) ?? '',
    })
  }
  return found
}

/** One holding for each person, in the order given: the main one, else the first. */
export function mainHoldings(holdings: readonly HoldingOnDate[]): HoldingOnDate[] {
  const main = new Map<PersonId, HoldingOnDate>()
  for (const holding of holdings) if (!main.has(holding.personId) || holding.isPrimary) main.set(holding.personId, holding)
  return [...main.values()]
}
