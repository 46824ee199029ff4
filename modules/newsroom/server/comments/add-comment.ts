import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { commentRoutes } from '../../contract/comment-routes.ts'
import { wordsOfBlock } from '../../domain/comments/block-words.ts'
import { mentionedIn } from '../../domain/comments/mentions.ts'
import { newsroomPeople } from '../planning/newsroom-people.ts'
import { presentVersion, readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'

/** Comments on a block as it is now, and calls whoever is named after @. The story's revision stays: nobody who writes is disturbed. */
export const addComment = command(commentRoutes.addComment, async ({ params, body, actor, read, tx, now, today, newId, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const story = await readStory(read, actor, day, params.storyId)
  if (actor.personId === null) return refuse('newsroom.comment.no-person')
  const { content, version } = await presentVersion(read, actor.tenantId, story)
  const block = content.blocks.find(({ id }) => id === body.blockId)
  if (block === undefined) return refuse('newsroom.comment.no-such-block')
  const called = mentionedIn(body.body, (await newsroomPeople(read, actor.tenantId, today)).over(day.lineageOf(story.unitId)))
  const id = newId<'comment'>()
  await tx
    .insertInto('newsroom_comment')
    .values({ tenant_id: actor.tenantId, id, story_id: story.id, block_id: block.id, version, quoted: wordsOfBlock(block).normalize('NFC'), body: body.body, by_id: actor.personId, at: now })
    .execute()
  if (called.length > 0) await tx.insertInto('newsroom_comment_mention').values(called.map((person) => ({ tenant_id: actor.tenantId, comment_id: id, person_id: person.id }))).execute()
  record({ action: 'newsroom.comment.added', subject: { kind: 'story', id: story.id }, about: [...new Set([story.authorId, ...called.map((person) => person.id)])], data: { commentId: id, blockId: block.id, version } })
  return { id }
})
