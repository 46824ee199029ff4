import { sql } from 'kysely'
import type { HoldReason } from '#kernel/hold-reason.ts'
import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'

/** Months of people whose work still counts: an open campaign takes them, or a petition about them is not settled. */
export async function heldMonths(read: Reader, tenantId: TenantId): Promise<(personId: string, month: string) => HoldReason | null> {
  const rows = await read
    .selectFrom('evaluation_participant as p')
    .innerJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'p.campaign_id'))
    .leftJoin('evaluation_petition as k', (join) => join.on('k.tenant_id', '=', tenantId).onRef('k.campaign_id', '=', 'p.campaign_id').onRef('k.person_id', '=', 'p.person_id').on('k.status', '=', 'open'))
    .where('p.tenant_id', '=', tenantId)
    .where((where) => where.or([where('c.status', 'not in', ['closed', 'cancelled']), where('k.id', 'is not', null)]))
    .select(['p.person_id', sql<string>`date_trunc('month', c.period_from)::date`.as('first'), 'c.period_to as last', 'k.id as petition'])
    .execute()
  const ofPerson = Map.groupBy(rows, (row) => row.person_id)
  return (personId, month) => {
    const covering = (ofPerson.get(personId) ?? []).filter((row) => row.first <= month && month <= row.last)
    if (covering.some((row) => row.petition !== null)) return 'petition-open'
    return covering.length > 0 ? 'campaign-open' : null
  }
}
