import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'

/** Milliseconds of films that are ready and say how long they are, by id. */
export async function filmLengths(read: Reader, tenantId: TenantId, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await read.selectFrom('newsroom_media').where('tenant_id', '=', tenantId).where('id', 'in', [...new Set(ids)]).where('state', '=', 'ready').select(['id', 'facts']).execute()
  return new Map(rows.flatMap((row) => (isMeasured(row.facts) ? [[row.id, row.facts.durationMs] as const] : [])))
}

function isMeasured(facts: unknown): facts is { readonly durationMs: number } {
  return typeof facts === 'object' && facts !== null && 'durationMs' in facts && typeof facts.durationMs === 'number'
}
