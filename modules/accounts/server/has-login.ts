import type { PersonId, TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'

/** Whether somebody has a login. */
export async function hasLogin(read: Reader, tenantId: TenantId, personId: PersonId): Promise<boolean> {
  return (await read.selectFrom('accounts_user').where('tenant_id', '=', tenantId).where('person_id', '=', personId).select('id').executeTakeFirst()) !== undefined
}
