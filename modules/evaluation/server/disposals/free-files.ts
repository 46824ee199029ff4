import { sql } from 'kysely'
import type { TenantId } from '#kernel/id.ts'
import type { Tx } from '#platform/db/database.ts'
import type { ContentId } from '#platform/files/store.ts'

/** Of these files, those that no record of the tenant names any more; their rows go, and they are answered. */
export async function freeFiles(tx: Tx<'evaluation'>, tenantId: TenantId, ids: readonly ContentId[]): Promise<ContentId[]> {
  if (ids.length === 0) return []
  const gone = await tx
    .deleteFrom('stored_file')
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::text[])`)
    .where((where) => where.not(where.exists(where.selectFrom('evaluation_evidence as e').where('e.tenant_id', '=', tenantId).whereRef('e.file_id', '=', 'stored_file.id').select('e.id'))))
    .where((where) => where.not(where.exists(where.selectFrom('evaluation_document as d').where('d.tenant_id', '=', tenantId).whereRef('d.file_id', '=', 'stored_file.id').select('d.id'))))
    .returning('id')
    .execute()
  return gone.map((row) => row.id)
}
