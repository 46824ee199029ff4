import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'

/** What accounts of the committee are called, by id. */
export async function accountNames(read: Reader, tenantId: TenantId, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await read.selectFrom('accounts_user').where('tenant_id', '=', tenantId).where('id', 'in', [...new Set(ids)]).select(['id', 'name']).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
