import type { Id, PersonId } from '#kernel/id.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { commentRoutes } from '../../contract/comment-routes.ts'
import { fateOfBlock } from '../../domain/comments/block-words.ts'
import { namedBy } from '../people-by-name.ts'
import { newsroomPeople } from '../planning/newsroom-people.ts'
import { presentVersion, readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'

/** Comments of a story for whoever reads it, with what became of the blocks they were made on. */
export const listComments = query(commentRoutes.listComments, async ({ params, actor, read, today }) => {
  const { tenantId } = actor
  const day = await unitsOfDay(read, actor, today)
  const story = await readStory(read, actor, day, params.storyId)
  const { content } = await presentVersion(read, tenantId, story)
  const rows = await read
    .selectFrom('newsroom_comment')
    .where('tenant_id', '=', tenantId)
    .where('story_id', '=', story.id)
    .select(['id', 'block_id', 'version', 'quoted', 'body', 'by_id', 'at', 'settled_by', 'settled_at'])
    .orderBy('at')
    .orderBy('id')
    .execute()
  const mentions = rows.length === 0 ? [] : await read.selectFrom('newsroom_comment_mention').where('tenant_id', '=', tenantId).where('comment_id', 'in', rows.map(({ id }) => id)).select(['comment_id', 'person_id']).execute()
  const people = (await newsroomPeople(read, tenantId, today)).over(day.lineageOf(story.unitId))
  const named = [...rows.flatMap((row) => [row.by_id, row.settled_by]), ...mentions.map((each) => each.person_id)].filter((id) => id !== null) as PersonId[]
  const names = await personNames(read, tenantId, [...new Set(named)])
  const person = namedBy(names)
  return {
    items: rows.map((row) => {
      const { fate, number } = fateOfBlock({ blockId: row.block_id, quoted: row.quoted }, content.blocks)
      return {
        id: row.id as Id<'comment'>,
        blockId: row.block_id,
        number,
        fate,
        version: row.version,
        quoted: row.quoted,
        body: row.body,
        by: person(row.by_id),
        at: row.at.toISOString(),
        mentions: mentions.filter((each) => each.comment_id === row.id).map((each) => person(each.person_id)),
        settled: row.settled_by === null || row.settled_at === null ? null : { by: person(row.settled_by), at: row.settled_at.toISOString() },
      }
    }),
    people,
    can: { add: actor.personId !== null },
  }
})
