import { holdsOver, type Actor } from '#kernel/actor.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/database.ts'
import type { ScriptContent } from '../../domain/approval/content.ts'
import { tidySlug } from '../../domain/desk/slug.ts'
import { indexStory } from '../archive/index-story.ts'
import { hashOf, type StoryId } from './story-row.ts'
import type { UnitsOfDay } from './units-of-day.ts'

/** Who writes, and the first unit they hold a post in and write for; refused where there is none. */
export function placeToWrite(actor: Actor, day: UnitsOfDay): { readonly authorId: PersonId; readonly unitId: UnitId } {
  const post = actor.posts.find(({ unitId }) => holdsOver(actor, 'newsroom:write', day.lineageOf(unitId)))
  if (post === undefined || actor.personId === null) return refuse('newsroom.no-unit')
  return { authorId: actor.personId, unitId: post.unitId }
}

/** The rows of a new draft with its first version. */
export async function beginStory(tx: Tx<'newsroom'>, { tenantId }: Actor, id: StoryId, { authorId, unitId }: ReturnType<typeof placeToWrite>, content: ScriptContent, now: Date): Promise<void> {
  const { title, column, category } = content
  await tx.insertInto('newsroom_story').values({ tenant_id: tenantId, id, unit_id: unitId, author_id: authorId, state: 'draft', title, slug: tidySlug(title), column, category, created_at: now, changed_at: now }).execute()
  await tx.insertInto('newsroom_story_version').values({ tenant_id: tenantId, story_id: id, version: 1, content: JSON.stringify(content), hash: hashOf(content), saved_by: authorId, saved_at: now }).execute()
  await indexStory(tx, tenantId, id, content)
}
