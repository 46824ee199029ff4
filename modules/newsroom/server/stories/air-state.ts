import type { TenantId } from '#kernel/id.ts'
import type { Tx } from '#platform/db/database.ts'
import type { StoryId } from './story-row.ts'

/** Stories that now stand in a rundown (trong khung). What has aired stays aired, also when it is placed once more. */
export async function markPlaced(tx: Tx<'newsroom'>, tenantId: TenantId, storyIds: readonly StoryId[]): Promise<void> {
  await move(tx, tenantId, storyIds, 'none', 'placed')
}

/** Stories that stand in no rundown any more. */
export async function markUnplaced(tx: Tx<'newsroom'>, tenantId: TenantId, storyIds: readonly StoryId[]): Promise<void> {
  await move(tx, tenantId, storyIds, 'placed', 'none')
}

async function move(tx: Tx<'newsroom'>, tenantId: TenantId, storyIds: readonly StoryId[], from: 'none' | 'placed', to: 'none' | 'placed'): Promise<void> {
  if (storyIds.length === 0) return
  await tx.updateTable('newsroom_story').set({ air: to }).where('tenant_id', '=', tenantId).where('id', 'in', [...storyIds]).where('air', '=', from).execute()
}

/** A story that is on air from this moment (đã phát): its words are closed. The first airing is kept. */
export async function markAired(tx: Tx<'newsroom'>, tenantId: TenantId, storyId: StoryId, at: Date): Promise<void> {
  await tx
    .updateTable('newsroom_story')
    .set((story) => ({ air: 'aired', aired_at: at, revision: story('revision', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', storyId)
    .where('air', 'in', ['none', 'placed'])
    .execute()
}
