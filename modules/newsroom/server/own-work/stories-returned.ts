import type { PersonId, TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { StoryId } from '../stories/story-row.ts'

/** Drafts of somebody whose last step is a return (bị trả lại): theirs to mend. */
export async function storiesReturned(read: Reader, tenantId: TenantId, authorId: PersonId): Promise<StoryId[]> {
  const rows = await read
    .selectFrom('newsroom_story as s')
    .where('s.tenant_id', '=', tenantId)
    .where('s.state', '=', 'draft')
    .where('s.author_id', '=', authorId)
    .where((one) => one(one.selectFrom('newsroom_story_step as p').where('p.tenant_id', '=', tenantId).whereRef('p.story_id', '=', 's.id').where('p.act', '!=', 'air_first').select('p.act').orderBy('p.at', 'desc').orderBy('p.id', 'desc').limit(1), '=', 'return'))
    .select('s.id')
    .execute()
  return rows.map((row) => row.id as StoryId)
}
