import { holds, type Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Reader } from '#platform/db/database.ts'
import { mayManageAll } from '../domain/policy.ts'
import { treeOn } from '../domain/unit-tree.ts'
import { holdingsAsOf } from './as-of.ts'
import { loadTree } from './load.ts'
import { unitOrder } from './unit-order.ts'
import { peopleByUnit, unitNodeView } from './unit-views.ts'

/** The tree as of a date. The structure of the organisation is open to everybody in it; people are limited elsewhere. */
export async function getUnitTree(read: Reader, actor: Actor, date: CalendarDate) {
  const tree = await loadTree(read, actor.tenantId)
  const people = peopleByUnit(await holdingsAsOf(read, actor.tenantId, date))
  return {
    date,
    units: treeOn(tree, date, unitOrder).map((unit) => unitNodeView(unit, people)),
    can: { foundRoot: mayManageAll(actor), manageAny: holds(actor, 'organisation:manage'), importAll: mayManageAll(actor) },
  }
}
