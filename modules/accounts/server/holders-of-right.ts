import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import type { Permission } from '#kernel/permission.ts'
import type { Reader } from '#platform/db/database.ts'
import { grantedRoles, rightsOfRole } from '../domain/roles.ts'

/** Somebody with a right by a role given by hand; `unitId` null means the whole tenant. */
export interface HolderOfRight {
  readonly personId: PersonId
  readonly unitId: UnitId | null
}

/** Who holds a right on a day by a role given by hand. Rights that follow from posts are not asked. */
export async function holdersOfRight(read: Reader, tenantId: TenantId, permission: Permission, day: CalendarDate): Promise<HolderOfRight[]> {
  const roles = grantedRoles.filter((role) => (rightsOfRole[role] as readonly Permission[]).includes(permission))
  const rows = await read
    .selectFrom('accounts_grant as g')
    .innerJoin('accounts_user as u', (join) => join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'g.account_id'))
    .where('g.tenant_id', '=', tenantId)
    .where('g.role', 'in', roles)
    .where('g.valid_from', '<=', day)
    .where((where) => where.or([where('g.valid_to', 'is', null), where('g.valid_to', '>=', day)]))
    .where('u.person_id', 'is not', null)
    .select(['u.person_id', 'g.unit_id'])
    .execute()
  return rows.map((row) => ({ personId: row.person_id as PersonId, unitId: row.unit_id as UnitId | null }))
}
