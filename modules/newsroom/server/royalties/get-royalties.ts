import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { royaltyRoutes } from '../../contract/royalty-routes.ts'
import { namedBy } from '../people-by-name.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { readMonth } from './month-items.ts'
import { totalsOf } from './totals.ts'

/** Nhuận bút of a month: what aired, whom it pays, and each person's total. */
export const getRoyalties = query(royaltyRoutes.getRoyalties, async ({ query: { month }, actor, read, today, recordList }) => {
  const items = await readMonth(read, actor, await unitsOfDay(read, actor, today), month)
  const people = [...new Set(items.flatMap(({ parts }) => parts.map(({ personId }) => personId)))]
  const names = await personNames(read, actor.tenantId, people)
  const named = namedBy(names)
  const totals = totalsOf(items)
  recordList({ action: 'newsroom.royalties.read', subject: { kind: 'tenant', id: actor.tenantId }, about: people, data: { month } })
  return {
    items: items.map(({ unitId: _, parts, ...item }) => ({ ...item, parts: parts.map(({ personId, ...part }) => ({ ...part, person: named(personId) })), can: { share: !item.closed && actor.personId !== null, replace: item.closed && actor.personId !== null } })),
    totals: totals.map(({ personId, ...total }) => ({ person: named(personId), ...total })),
    total: totals.reduce((sum, { amount }) => sum + amount, 0),
    open: items.filter(({ closed }) => !closed).length,
  }
})
