import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { commentRoutes } from '../../contract/comment-routes.ts'
import { readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'

/** Settles a comment (đã xử lý) or opens it again; done twice it says the same. */
export const settleComment = command(commentRoutes.settleComment, async ({ params, body, actor, read, tx, now, today, record }) => {
  const story = await readStory(read, actor, await unitsOfDay(read, actor, today), params.storyId)
  const by = actor.personId
  const found = await tx.selectFrom('newsroom_comment').where('tenant_id', '=', actor.tenantId).where('story_id', '=', story.id).where('id', '=', params.commentId).select(['by_id', 'settled_at']).forUpdate().executeTakeFirst()
  if (found === undefined) return refuse('platform.not-found')
  if (by === null) return refuse('newsroom.comment.no-person')
  if ((found.settled_at !== null) !== body.settled) {
    await tx
      .updateTable('newsroom_comment')
      .set(body.settled ? { settled_by: by, settled_at: now } : { settled_by: null, settled_at: null })
      .where('tenant_id', '=', actor.tenantId)
      .where('id', '=', params.commentId)
      .execute()
  }
  record({ action: body.settled ? 'newsroom.comment.settled' : 'newsroom.comment.reopened', subject: { kind: 'story', id: story.id }, data: { commentId: params.commentId } })
  return {}
})
