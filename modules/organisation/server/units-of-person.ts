import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'

/** Units in which the person ever held a post. */
export async function unitsOfPerson(read: Reader, tenantId: TenantId, personId: PersonId): Promise<UnitId[]> {
  const rows = await read
    .selectFrom('organisation_holding as h')
    .innerJoin('organisation_post as p', (join) => join.onRef('p.tenant_id', '=', 'h.tenant_id').onRef('p.id', '=', 'h.post_id').on('p.tenant_id', '=', tenantId))
    .where('h.tenant_id', '=', tenantId)
    .where('h.person_id', '=', personId)
    .select('p.unit_id')
    .distinct()
    .execute()
  return rows.map((row) => row.unit_id as UnitId)
}
