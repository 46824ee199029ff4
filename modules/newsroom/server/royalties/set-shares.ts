import { refuse } from '#kernel/refusal.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { command } from '#platform/http/handler.ts'
import { royaltyRoutes } from '../../contract/royalty-routes.ts'
import { hasAired } from '../../domain/approval/state.ts'
import { problemOfShares } from '../../domain/royalties/split.ts'
import { keepsDesk } from '../desk/desk-units.ts'
import { readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'

/** Says who shares the royalties of an aired story (chia nhuận bút), while its month is open. */
export const setShares = command(royaltyRoutes.setShares, async ({ params, body, actor, read, tx, now, today, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const story = await readStory(read, actor, day, params.storyId)
  if (!keepsDesk(actor, day, story.unitId)) refuse('platform.not-found')
  if (actor.personId === null) return refuse('newsroom.royalty.no-person')
  if (!hasAired(story.air)) refuse('newsroom.archive.not-aired')
  const problem = problemOfShares(body.shares)
  if (problem !== null) refuse('newsroom.royalty.shares', { problem })
  const people = [...new Set(body.shares.map(({ personId }) => personId))]
  const known = await personNames(read, actor.tenantId, people)
  const strangers = people.filter((id) => !known.has(id))
  if (strangers.length > 0) refuse('newsroom.royalty.no-such-person', { people: strangers })
  await tx.selectFrom('newsroom_story').where('tenant_id', '=', actor.tenantId).where('id', '=', story.id).select('id').forUpdate().execute()
  const closed = await tx.selectFrom('newsroom_royalty_line').where('tenant_id', '=', actor.tenantId).where('story_id', '=', story.id).select('id').executeTakeFirst()
  if (closed !== undefined) refuse('newsroom.royalty.closed')
  const before = await tx.selectFrom('newsroom_royalty_split').where('tenant_id', '=', actor.tenantId).where('story_id', '=', story.id).select('revision').executeTakeFirst()
  if ((before?.revision ?? 0) !== body.revision) refuse('newsroom.royalty.changed')
  const revision = body.revision + 1
  const said = { genre: body.genre, shares: JSON.stringify(body.shares), revision, set_by: actor.personId, set_at: now }
  await tx
    .insertInto('newsroom_royalty_split')
    .values({ tenant_id: actor.tenantId, story_id: story.id, ...said })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'story_id']).doUpdateSet(said))
    .execute()
  record({ action: 'newsroom.royalty.shared', subject: { kind: 'story', id: story.id }, about: people, data: { shares: body.shares, genre: body.genre } })
  return { revision }
})
