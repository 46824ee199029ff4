import type { TenantId } from '#kernel/id.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { markUnplaced } from '../stories/air-state.ts'
import type { StoryId } from '../stories/story-row.ts'

/** Stories that have just left a rundown are in none (không còn trong khung), but for those that wait in another one. */
export async function unplace(tx: Tx<'newsroom'>, read: Reader, tenantId: TenantId, storyIds: readonly StoryId[]): Promise<void> {
  if (storyIds.length === 0) return
  const waiting = await read
    .selectFrom('newsroom_rundown_item as i')
    .innerJoin('newsroom_rundown as r', (join) => join.on('r.tenant_id', '=', tenantId).onRef('r.id', '=', 'i.rundown_id'))
    .where('i.tenant_id', '=', tenantId)
    .where('i.story_id', 'in', [...storyIds])
    .where('r.state', '<>', 'ended')
    .select('i.story_id')
    .distinct()
    .execute()
  const placed = new Set(waiting.map((row) => row.story_id))
  await markUnplaced(tx, tenantId, storyIds.filter((id) => !placed.has(id)))
}
