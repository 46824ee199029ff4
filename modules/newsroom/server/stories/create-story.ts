import { holdsOver } from '#kernel/actor.ts'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { hashOf } from './story-row.ts'
import { unitsOfDay } from './units-of-day.ts'

/** Begins a story in the first unit the author holds a post in and writes for. */
export const createStory = command(storyRoutes.createStory, async ({ body, actor, read, tx, now, today, newId, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const place = actor.posts.find((post) => holdsOver(actor, 'newsroom:write', day.lineageOf(post.unitId)))
  if (place === undefined || actor.personId === null) return refuse('newsroom.no-unit')
  const id = newId<'story'>()
  const content = { ...body, people: [], blocks: [] }
  await tx
    .insertInto('newsroom_story')
    .values({ tenant_id: actor.tenantId, id, unit_id: place.unitId, author_id: actor.personId, state: 'draft', ...body, created_at: now, changed_at: now })
    .execute()
  await tx
    .insertInto('newsroom_story_version')
    .values({ tenant_id: actor.tenantId, story_id: id, version: 1, content: JSON.stringify(content), hash: hashOf(content), saved_by: actor.personId, saved_at: now })
    .execute()
  record({ action: 'newsroom.story.created', subject: { kind: 'story', id } })
  return { id }
})
