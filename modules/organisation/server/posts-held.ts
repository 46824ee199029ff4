import { sql } from 'kysely'
import type { HeldPost } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'

/** The posts a person holds on a day: what rights follow from. */
export async function postsHeld(read: Reader, tenantId: TenantId, personId: PersonId, on: CalendarDate): Promise<HeldPost[]> {
  const found = await read
    .selectFrom('organisation_holding as h')
    .innerJoin('organisation_post as p', (join) => join.onRef('p.tenant_id', '=', 'h.tenant_id').onRef('p.id', '=', 'h.post_id'))
    .where('h.tenant_id', '=', tenantId)
    .where('p.tenant_id', '=', tenantId)
    .where('h.person_id', '=', personId)
    .where('h.valid_from', '<=', on)
    .where(sql<boolean>`coalesce(h.valid_to, 'infinity') >= ${on}`)
    .select(['p.id as post_id', 'p.unit_id', 'p.role'])
    .execute()
  return found.map((row) => ({ postId: row.post_id as HeldPost['postId'], unitId: row.unit_id as HeldPost['unitId'], isHead: row.role === 'head' }))
}
