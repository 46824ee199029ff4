import type { PersonId, UnitId } from '#kernel/id.ts'
import { seesPlan } from '../planning/assignment-rows.ts'
import type { StoryId } from '../stories/story-row.ts'
import type { Listener, Told } from './told.ts'

/** Comments that call somebody, and open ones on the stories they wrote; their own do not count. */
export async function commentsFor({ read, actor, day, since }: Listener): Promise<Told[]> {
  const comments = () =>
    read
      .selectFrom('newsroom_comment as c')
      .innerJoin('newsroom_story as s', (join) => join.on('s.tenant_id', '=', actor.tenantId).onRef('s.id', '=', 'c.story_id'))
      .where('c.tenant_id', '=', actor.tenantId)
      .where('c.at', '>=', since)
      .where('c.by_id', '!=', actor.personId)
      .select(['c.id', 'c.story_id', 'c.at', 'c.by_id', 'c.body', 's.title', 's.unit_id'])
  const calling = await comments()
    .innerJoin('newsroom_comment_mention as m', (join) => join.on('m.tenant_id', '=', actor.tenantId).onRef('m.comment_id', '=', 'c.id'))
    .where('m.person_id', '=', actor.personId)
    .execute()
  const called = new Set(calling.map(({ id }) => id))
  const onOwn = (await comments().where('s.author_id', '=', actor.personId).where('c.settled_at', 'is', null).execute()).filter(({ id }) => !called.has(id))
  return [...calling.map((row) => ({ row, kind: 'mentioned' as const })), ...onOwn.map((row) => ({ row, kind: 'commented' as const }))]
    .filter(({ row }) => seesPlan(day, row.unit_id as UnitId))
    .map(({ row, kind }) => ({ kind, about: row.id, at: row.at, dueAt: null, story: { id: row.story_id as StoryId, title: row.title }, assignment: null, by: row.by_id as PersonId, said: row.body }))
}
