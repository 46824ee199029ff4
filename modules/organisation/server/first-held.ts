import { sql } from 'kysely'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'

/** First day each of these people held any post here, for counting the months worked in a year (Decree 335/2025, article 11.1). */
export async function firstHeld(read: Reader, tenantId: TenantId, people: readonly PersonId[]): Promise<Map<PersonId, CalendarDate>> {
  if (people.length === 0) return new Map()
  const rows = await read
    .selectFrom('organisation_holding')
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`person_id = any(${[...people]}::uuid[])`)
    .groupBy('person_id')
    .select((column) => ['person_id', column.fn.min('valid_from').as('since')])
    .execute()
  return new Map(rows.map((row) => [row.person_id as PersonId, String(row.since) as CalendarDate]))
}
