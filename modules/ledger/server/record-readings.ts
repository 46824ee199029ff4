import { sql } from 'kysely'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { pageOf } from '#kernel/page.ts'
import { holdingsAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { query } from '#platform/http/handler.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { ledgerRoutes } from '../contract/routes.ts'
import { loadActorNames } from './actor-names.ts'

/** Ai đã xem hồ sơ của tôi: everybody but oneself who read or exported one's record. Commands are not readings. */
export const recordReadings = query(ledgerRoutes.recordReadings, async ({ query: asked, actor, read, today }) => {
  const { tenantId, personId } = actor
  if (personId === null) return { items: [], next: null }
  let rows = selectReadings(read, tenantId, personId).limit(pageLimit(asked.limit))
  if (asked.after !== undefined) rows = rows.where('e.id', '<', pageKey(asked.after, ['uuid'])[0])
  const page = pageOf(await rows.execute(), asked.limit, (row) => [row.id])
  return { items: await viewsOf(read, tenantId, page.items, today), next: page.next }
})

/** All of them, the newest first. */
export async function readingsOf(read: Reader, tenantId: TenantId, personId: PersonId, today: CalendarDate) {
  return viewsOf(read, tenantId, await selectReadings(read, tenantId, personId).execute(), today)
}

function selectReadings(read: Reader, tenantId: TenantId, personId: PersonId) {
  return read
    .selectFrom('ledger_entry as e')
    .where('e.tenant_id', '=', tenantId)
    .where('e.request_id', 'is', null)
    .where(sql<boolean>`e.about <> '{}' and e.about @> array[${personId}::uuid]`)
    .where(sql<boolean>`e.person_id is distinct from ${personId}::uuid`)
    .where('e.account_id', 'is not', null)
    .select(['e.id', 'e.at', 'e.account_id', 'e.person_id', 'e.action', sql<number>`cardinality(e.about)`.as('people')])
    .orderBy('e.id', 'desc')
}

type Reading = Awaited<ReturnType<ReturnType<typeof selectReadings>['execute']>>[number]

async function viewsOf(read: Reader, tenantId: TenantId, rows: readonly Reading[], today: CalendarDate) {
  const { actorOf } = await loadActorNames(read, tenantId, rows, [])
  const readers = [...new Set(rows.flatMap((row) => (row.person_id === null ? [] : [row.person_id as PersonId])))]
  const posts = new Map((await holdingsAsOf(read, tenantId, today, { people: readers })).filter((holding) => holding.isPrimary).map((holding) => [holding.personId, holding.title]))
  return rows.map((row) => ({ id: row.id, at: (row.at as Date).toISOString(), reader: actorOf(row), post: posts.get(row.person_id as PersonId) ?? '', action: row.action, others: row.people - 1 }))
}
