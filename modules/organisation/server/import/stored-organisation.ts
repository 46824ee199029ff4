import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { StoredOrganisation } from '../../domain/import/plan-import.ts'
import { loadHoldings, loadPeople, loadPosts, loadTree } from '../load.ts'

/** Everything an import is judged against and an export holds. Reading all of it is what both are for. */
export async function loadStoredOrganisation(read: Reader, tenantId: TenantId): Promise<StoredOrganisation> {
  return {
    units: [...(await loadTree(read, tenantId)).values()],
    people: await loadPeople(read, tenantId),
    posts: await loadPosts(read, tenantId),
    holdings: await loadHoldings(read, tenantId),
  }
}

/** How many acts the organisation has seen; 0 before the first. */
export async function structureVersion(read: Reader, tenantId: TenantId): Promise<number> {
  const row = await read.selectFrom('organisation_structure').where('tenant_id', '=', tenantId).select('version').executeTakeFirst()
  return row?.version ?? 0
}
