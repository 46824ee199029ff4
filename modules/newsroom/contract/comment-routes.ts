import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { idOf, words } from '#platform/contract/shapes.ts'
import { blockFates } from '../domain/comments/block-words.ts'

const person = z.object({ id: idOf<'person'>(), name: z.string() })
const commentId = idOf<'comment'>()
const storyParams = z.object({ storyId: idOf<'story'>() })

/** A comment on a block as readers of the story see it. */
export const commentView = z.object({
  id: commentId,
  blockId: z.uuid(),
  /** Where the block stands now, from one; null when it went. */
  number: z.number().int().nullable(),
  /** Whether the block still says what was commented on. */
  fate: z.enum(blockFates),
  version: z.number().int(),
  quoted: z.string(),
  body: z.string(),
  by: person,
  at: z.iso.datetime(),
  mentions: z.array(person),
  settled: z.object({ by: person, at: z.iso.datetime() }).nullable(),
})

/** Comments on blocks (góp ý), beside the content that is approved. */
export const commentRoutes = defineRoutes({
  listComments: {
    method: 'GET',
    path: '/api/newsroom/stories/:storyId/comments',
    summary: 'Comments on the blocks of a story, the earliest first, and who can be mentioned',
    permission: 'signed-in',
    params: storyParams,
    reply: z.object({ items: z.array(commentView), people: z.array(person), can: z.object({ add: z.boolean() }) }),
    refusals: ['platform.not-found'],
  },
  addComment: {
    method: 'POST',
    path: '/api/newsroom/stories/:storyId/comments',
    summary: 'Comment on a block; @ and a whole name calls somebody. The content and its approval stay as they are',
    permission: 'signed-in',
    params: storyParams,
    body: z.strictObject({ blockId: z.uuid(), body: words(2000) }),
    reply: z.object({ id: commentId }),
    refusals: ['platform.not-found', 'newsroom.comment.no-person', 'newsroom.comment.no-such-block'],
  },
  settleComment: {
    method: 'POST',
    path: '/api/newsroom/stories/:storyId/comments/:commentId/settle',
    summary: 'Say that a comment is settled, or that it is not',
    permission: 'signed-in',
    params: storyParams.extend({ commentId }),
    body: z.strictObject({ settled: z.boolean() }),
    reply: z.object({}),
    refusals: ['platform.not-found', 'newsroom.comment.no-person'],
  },
})
