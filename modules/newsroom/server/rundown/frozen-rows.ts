import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'

/** A frozen item (bản đóng băng) without its words. */
export interface FrozenRow {
  readonly id: string
  readonly title: string
  readonly version: number | null
  readonly hash: Buffer | null
  readonly estimatedMs: number | null
  readonly lockedMs: number | null
  readonly filmMs: number | null
  readonly at: Date
}

/** Frozen items by id. */
export async function readFrozen(read: Reader, tenantId: TenantId, ids: readonly string[]): Promise<Map<string, FrozenRow>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('newsroom_rundown_frozen')
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...ids])
    .select(['id', 'title', 'version', 'hash', 'estimated_ms', 'locked_ms', 'film_ms', 'frozen_at'])
    .execute()
  return new Map(rows.map((row) => [row.id, { id: row.id, title: row.title, version: row.version, hash: row.hash, estimatedMs: row.estimated_ms, lockedMs: row.locked_ms, filmMs: row.film_ms, at: row.frozen_at }]))
}
