import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { organisationAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'

/** Who has petitions open beyond their term and has to answer them. */
async function overdueDeciders(read: Reader, tenantId: TenantId, today: CalendarDate): Promise<PersonId[]> {
  const rows = await read
    .selectFrom('evaluation_petition as t')
    .innerJoin('evaluation_participant as p', (join) => join.on('p.tenant_id', '=', tenantId).onRef('p.campaign_id', '=', 't.campaign_id').onRef('p.person_id', '=', 't.person_id'))
    .where('t.tenant_id', '=', tenantId)
    .where('t.status', '=', 'open')
    .where('t.due_on', '<', today)
    .where('p.decider_id', 'is not', null)
    .select('p.decider_id')
    .distinct()
    .execute()
  return rows.flatMap((row) => (row.decider_id === null ? [] : [row.decider_id as PersonId]))
}

/** The head above each of these people by today's posts (người đứng đầu cấp trên); nobody where posts give no one answer. */
export async function headsAbove(read: Reader, tenantId: TenantId, people: readonly PersonId[], today: CalendarDate): Promise<Map<PersonId, PersonId>> {
  if (people.length === 0) return new Map()
  const organisation = await organisationAsOf(read, tenantId, today)
  const found = new Map<PersonId, PersonId>()
  for (const holding of organisation.holdings) {
    if (!holding.isPrimary || !people.includes(holding.personId)) continue
    const above = organisation.superiorOf(holding)
    if (above.found) found.set(holding.personId, above.personId)
  }
  return found
}

/** Authorities with overdue petitions whose head above is the actor: these petitions are escalated to them (article 22). */
export async function decidersBelow(read: Reader, actor: Actor, today: CalendarDate): Promise<PersonId[]> {
  if (actor.personId === null || !actor.posts.some((post) => post.isHead)) return []
  const above = await headsAbove(read, actor.tenantId, await overdueDeciders(read, actor.tenantId, today), today)
  return [...above].flatMap(([decider, head]) => (head === actor.personId ? [decider] : []))
}
