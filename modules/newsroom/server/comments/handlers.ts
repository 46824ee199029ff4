import type { Handlers } from '#platform/http/handler.ts'
import type { commentRoutes } from '../../contract/comment-routes.ts'
import { addComment } from './add-comment.ts'
import { listComments } from './list-comments.ts'
import { settleComment } from './settle-comment.ts'

/** Handlers of comments on blocks (góp ý). */
export const commentHandlers: Handlers<typeof commentRoutes> = { listComments, addComment, settleComment }
