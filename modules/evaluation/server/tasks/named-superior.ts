import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'

/** Whether somebody is the actor's to track in a month because a campaign says so. */
export type NamedSuperior = (personId: PersonId, month: CalendarDate) => boolean

/**
 * For which of these people, in which months, an open campaign names the actor as superior (article 10.1). The
 * personnel body may name somebody who does not head a unit above, for one whom nobody here stands above.
 */
export async function namedSuperior(read: Reader, actor: Actor, people: readonly PersonId[]): Promise<NamedSuperior> {
  if (actor.personId === null || people.length === 0) return () => false
  const rows = await read
    .selectFrom('evaluation_participant as x')
    .innerJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', actor.tenantId).onRef('c.id', '=', 'x.campaign_id'))
    .where('x.tenant_id', '=', actor.tenantId)
    .where('x.superior_id', '=', actor.personId)
    .where('x.person_id', 'in', [...new Set(people)])
    .where('c.status', 'not in', ['draft', 'cancelled'])
    .select(['x.person_id', 'c.period_from', 'c.period_to'])
    .execute()
  return (personId, month) => rows.some((row) => row.person_id === personId && row.period_from <= month && row.period_to > month)
}

/** The same for the task `t` of a statement. */
export function isNamedSuperior(tenantId: TenantId, me: PersonId) {
  return sql<boolean>`exists (
    select from evaluation_participant x
    join evaluation_campaign c on c.tenant_id = ${tenantId} and c.id = x.campaign_id
    where x.tenant_id = ${tenantId} and x.superior_id = ${me} and x.person_id = t.person_id
      and c.period_from <= t.month and c.period_to > t.month and c.status not in ('draft', 'cancelled'))`
}
