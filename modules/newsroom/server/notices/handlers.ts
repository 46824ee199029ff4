import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { readerOf } from '#platform/db/database.ts'
import { bare, query, type Handlers } from '#platform/http/handler.ts'
import { noticeRoutes } from '../../contract/notice-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { mustListen, noticesOf } from './notices-of.ts'

/** Days after which a mark of what is no longer told goes. */
const marksKeptDays = 400

/** Handlers of notices (thông báo). */
export const noticeHandlers: Handlers<typeof noticeRoutes> = {
  listNotices: query(noticeRoutes.listNotices, async (context) => {
    const { read, actor } = context
    const notices = await noticesOf(context)
    const names = await personNames(read, actor.tenantId, [...new Set(notices.flatMap(({ by }) => by ?? []))])
    const person = (id: PersonId | null) => id && { id, name: names.get(id)?.fullName ?? '' }
    return {
      items: notices.map(({ key, kind, at, dueAt, story, assignment, by, said, read: seen }) => ({ key, kind, at: at.toISOString(), dueAt: dueAt?.toISOString() ?? null, story, assignment, by: person(by), said, read: seen })),
      unread: notices.filter((notice) => !notice.read).length,
    }
  }),

  countNotices: query(noticeRoutes.countNotices, async (context) => ({ unread: (await noticesOf(context)).filter((notice) => !notice.read).length })),

  // Kept out of the ledger: what somebody has looked at is nobody else's, and says nothing of a story.
  readNotices: bare(noticeRoutes.readNotices, async ({ body, actor, now, today, inTenant }) => {
    if (actor === null) return refuse('platform.not-signed-in')
    const { tenantId, personId } = actor
    return inTenant(tenantId, async (tx) => {
      mustListen(actor, await unitsOfDay(readerOf(tx), actor, today))
      if (personId === null) return {}
      await tx.deleteFrom('newsroom_notice_read').where('tenant_id', '=', tenantId).where('person_id', '=', personId).where('read_at', '<', new Date(now.getTime() - marksKeptDays * 86_400_000)).execute()
      const marks = [...new Set(body.keys)].map((notice) => ({ tenant_id: tenantId, person_id: personId, notice, read_at: now }))
      await tx.insertInto('newsroom_notice_read').values(marks).onConflict((conflict) => conflict.doNothing()).execute()
      return {}
    })
  }),
}
