import type { IncomingHttpHeaders } from 'node:http'
import type { Actor } from '#kernel/actor.ts'
import type { Permission } from '#kernel/permission.ts'

/** Who asks, and how sure the program is of it. */
export interface Session {
  readonly actor: Actor
  /** When the person behind it last proved who they are. */
  readonly provedAt: Date
  /** Rights the actor would have with a second factor, and does not have in this session. */
  readonly withheld: readonly Permission[]
}

/** The session a request's cookie belongs to, or null. `fresh` believes nothing that was read before. */
export type SessionOf = (headers: IncomingHttpHeaders, now: Date, options?: { readonly fresh: boolean }) => Promise<Session | null>

/** Minutes for which a proof of who one is counts for sensitive acts. */
export const provedMinutes = 10

/** Whether the person proved who they are lately. A proof from the future, after the clock was set back, counts no longer than any other. */
export function isProved(session: Session, now: Date): boolean {
  const age = now.getTime() - session.provedAt.getTime()
  return Math.abs(age) <= provedMinutes * 60_000
}
