import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { idOf } from '#platform/contract/shapes.ts'
import { noticeKinds } from '../domain/notices/notice.ts'

/** What somebody of the newsroom is told (thông báo), worked out from what is stored. */
export const noticeView = z.object({
  key: z.string(),
  kind: z.enum(noticeKinds),
  at: z.iso.datetime(),
  /** By when something is to be done. */
  dueAt: z.iso.datetime().nullable(),
  /** The story or the assignment it is about. */
  story: z.object({ id: idOf<'story'>(), title: z.string() }).nullable(),
  assignment: z.object({ id: idOf<'assignment'>(), topic: z.string(), day: z.string() }).nullable(),
  by: z.object({ id: idOf<'person'>(), name: z.string() }).nullable(),
  /** What was said: the reason of a return, the comment one is mentioned in. */
  said: z.string(),
  read: z.boolean(),
})

export const noticeRoutes = defineRoutes({
  listNotices: {
    method: 'GET',
    path: '/api/newsroom/notices',
    summary: 'What waits for the one who asks and what they are told, what presses first, at most 200',
    permission: 'signed-in',
    reply: z.object({ items: z.array(noticeView), unread: z.number().int() }),
    refusals: ['platform.not-found'],
  },
  countNotices: {
    method: 'GET',
    path: '/api/newsroom/notices/count',
    summary: 'How many notices the one who asks has not read',
    permission: 'signed-in',
    reply: z.object({ unread: z.number().int() }),
    refusals: ['platform.not-found'],
  },
  readNotices: {
    method: 'POST',
    path: '/api/newsroom/notices/read',
    summary: 'Mark notices as read',
    permission: 'signed-in',
    body: z.strictObject({ keys: z.array(z.string().regex(/^[a-z_]{1,20}:[0-9a-f-]{36}:\d{1,16}$/)).min(1).max(200) }),
    reply: z.object({}),
    refusals: ['platform.not-found'],
  },
})
