import type { TenantId } from '#kernel/id.ts'
import type { FieldCipher } from '#platform/crypto/field-cipher.ts'
import type { Reader } from '#platform/db/database.ts'
import type { StoredOrganisation, StoredWithIdentities } from '../../domain/import/plan-import.ts'
import { loadIdentities, openIdentity } from '../identity-rows.ts'
import { loadHoldings, loadPeople, loadPosts, loadTree } from '../load.ts'

/** Everything an export holds, and an import is judged against. Reading all of it is what both are for. */
export async function loadStoredOrganisation(read: Reader, tenantId: TenantId): Promise<StoredOrganisation> {
  return {
    units: [...(await loadTree(read, tenantId)).values()],
    people: await loadPeople(read, tenantId),
    posts: await loadPosts(read, tenantId),
    holdings: await loadHoldings(read, tenantId),
  }
}

/** The same with identity numbers, opened: what an import is judged against. Refuses when a key is missing. */
export async function loadWithIdentities(read: Reader, fields: FieldCipher, tenantId: TenantId): Promise<StoredWithIdentities> {
  const sealed = await loadIdentities(read, tenantId)
  const cipher = await fields.forReading(read, tenantId)
  const identities = sealed.map((identity) => ({ personId: identity.personId, kind: identity.kind, version: identity.version, number: openIdentity(cipher, identity) }))
  return { ...(await loadStoredOrganisation(read, tenantId)), identities }
}

/** How many acts the organisation has seen; 0 before the first. */
export async function structureVersion(read: Reader, tenantId: TenantId): Promise<number> {
  const row = await read.selectFrom('organisation_structure').where('tenant_id', '=', tenantId).select('version').executeTakeFirst()
  return row?.version ?? 0
}
