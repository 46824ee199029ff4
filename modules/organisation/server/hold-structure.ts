import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'

/**
 * Keeps the organisation as it is until the end of a command that builds on it: acts that change it wait, and this one
 * waits for acts that have begun, so that what it reads afterwards is what it builds on. Commands that only build on it
 * do not wait for one another. First in the command, before anything of the organisation is read.
 */
export async function holdStructure(read: Reader, tenantId: TenantId): Promise<void> {
  await read.selectFrom('organisation_structure').where('tenant_id', '=', tenantId).select('version').forShare().execute()
}
