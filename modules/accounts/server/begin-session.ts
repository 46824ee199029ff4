import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '#platform/db/database.ts'
import { sessionCookie, setCookie } from './cookies.ts'
import { newToken, tokenHash } from './keys.ts'

/** A session ends half a day after signing in, whatever is done in it. */
export const sessionSeconds = 12 * 3600

/** What a session is begun with. */
export interface NewSession {
  readonly userId: string
  readonly source: string
  readonly agent: string | null
  readonly secondFactor: boolean
  readonly secure: boolean
}

/** Begins a session by the program's clock, which is also the one that asks whether it has ended; answers its cookie. */
export async function beginSession(tx: Tx<'accounts'>, session: NewSession, now: Date): Promise<string> {
  const token = newToken()
  await tx
    .insertInto('accounts_session')
    .values({
      id: uuidv7(),
      user_id: session.userId,
      token_hash: tokenHash(token),
      expires_at: new Date(now.getTime() + sessionSeconds * 1000),
      source: session.source,
      user_agent: session.agent?.slice(0, 300) ?? null,
      created_at: now,
      proved_at: now,
      second_factor_at: session.secondFactor ? now : null,
      seen_at: now,
    })
    .execute()
  await tx.deleteFrom('accounts_session').where('user_id', '=', session.userId).where('expires_at', '<', now).execute()
  return setCookie(sessionCookie, token, { seconds: sessionSeconds, secure: session.secure })
}
