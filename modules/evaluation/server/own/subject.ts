import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { WorkCalendar } from '#kernel/working-days.ts'
import type { ParamsOf, ReplyOf, Route } from '#platform/contract/route.ts'
import type { Reader } from '#platform/db/database.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { Handler } from '#platform/http/handler.ts'

/** What reading one's own records takes. */
export interface OwnContext {
  readonly read: Reader
  readonly actor: Actor & { readonly personId: PersonId }
  readonly now: Date
  readonly today: CalendarDate
  readonly calendar: WorkCalendar
  readonly files: FileStore
}

/** The same person without any right: what is seen is seen as the subject, never as officer, superior or authority. */
export function asSubject(context: OwnContext): OwnContext {
  return { ...context, actor: { ...context.actor, posts: [], grants: [] } }
}

/** What a query of the module answers the subject; undefined where it is not for them (yet). */
export async function answerTo<R extends Route>(context: OwnContext, handler: Handler<R>, params: ParamsOf<R>): Promise<ReplyOf<R> | undefined> {
  if (handler.kind !== 'query') throw new TypeError('own records are read by queries')
  const unneeded = undefined as never
  const record = (): void => undefined
  try {
    return await handler.run({ ...context, params, query: unneeded, body: unneeded, record, recordList: record })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'platform.not-found') return undefined
    throw error
  }
}
