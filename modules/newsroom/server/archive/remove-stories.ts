import { sql } from 'kysely'
import type { TenantId } from '#kernel/id.ts'
import { readerOf, type Tx } from '#platform/db/database.ts'

/** What hangs on a story and goes with it. */
const hanging = ['newsroom_story_version', 'newsroom_story_step', 'newsroom_story_record', 'newsroom_airing', 'newsroom_archive', 'newsroom_correction'] as const

/** Deletes stories with all that hangs on them; their films stay in the library. Answers how many rows went, by table. */
export async function removeStories(tx: Tx<'newsroom'>, tenantId: TenantId, ids: readonly string[]): Promise<Record<string, number>> {
  const rows: Record<string, number> = {}
  for (const table of hanging) {
    const counted = await readerOf(tx).selectFrom(table).where('tenant_id', '=', tenantId).where(sql<boolean>`story_id = any(${ids}::uuid[])`).select((one) => one.fn.countAll<number>().as('rows')).executeTakeFirstOrThrow()
    rows[table] = Number(counted.rows)
  }
  await tx.updateTable('newsroom_media').set({ story_id: null }).where('tenant_id', '=', tenantId).where(sql<boolean>`story_id = any(${ids}::uuid[])`).execute()
  await tx.updateTable('newsroom_assignment').set({ story_id: null }).where('tenant_id', '=', tenantId).where(sql<boolean>`story_id = any(${ids}::uuid[])`).execute()
  const gone = await tx.deleteFrom('newsroom_story').where('tenant_id', '=', tenantId).where(sql<boolean>`id = any(${ids}::uuid[])`).executeTakeFirst()
  return { newsroom_story: Number(gone.numDeletedRows), ...rows }
}
