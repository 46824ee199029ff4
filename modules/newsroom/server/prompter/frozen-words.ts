import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { ScriptContent } from '../../domain/approval/content.ts'
import type { FrozenApproval } from '../rundown/freeze.ts'

/** A frozen item with its words: what the presenter reads whatever is done to the story meanwhile. */
export interface FrozenWords {
  readonly title: string
  readonly version: number | null
  readonly hash: Buffer | null
  readonly content: ScriptContent | null
  /** The levels whose approval covered the words when they were frozen. */
  readonly levels: readonly string[]
  readonly cutBlocks: readonly string[]
  readonly filmMs: number | null
}

/** Frozen items with their words, by id. */
export async function readFrozenWords(read: Reader, tenantId: TenantId, ids: readonly string[]): Promise<Map<string, FrozenWords>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('newsroom_rundown_frozen')
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...ids])
    .select(['id', 'title', 'version', 'hash', 'content', 'approvals', 'cut_blocks', 'film_ms'])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        title: row.title,
        version: row.version,
        hash: row.hash,
        content: row.content as unknown as ScriptContent | null,
        levels: (row.approvals as unknown as readonly FrozenApproval[]).map(({ level }) => level),
        cutBlocks: row.cut_blocks,
        filmMs: row.film_ms,
      },
    ]),
  )
}
