import { sql } from 'kysely'
import type { PersonId, TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { relativesIn, type AreRelatives } from '../../domain/kinship.ts'

/** Who is a declared relative of whom, among pairs that touch any of these people. */
export async function relativesOf(read: Reader, tenantId: TenantId, people: readonly PersonId[]): Promise<AreRelatives> {
  if (people.length === 0) return () => false
  const wanted = sql<boolean>`(person_id = any(${[...people]}::uuid[]) or relative_id = any(${[...people]}::uuid[]))`
  const rows = await read.selectFrom('evaluation_kinship').where('tenant_id', '=', tenantId).where(wanted).select(['person_id', 'relative_id']).execute()
  return relativesIn(rows.map((row) => [row.person_id, row.relative_id] as const))
}
