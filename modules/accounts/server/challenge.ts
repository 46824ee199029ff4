import { sql, type Kysely } from 'kysely'
import type { Owned } from '#database/owned.ts'
import { newToken, tokenHash } from './keys.ts'

const minutes = 10

/** What is remembered between two requests of one sign-in. */
export interface Challenge {
  readonly kind: 'second_factor' | 'register_passkey' | 'passkey' | 'elsewhere'
  readonly userId: string | null
  readonly value: Readonly<Record<string, unknown>>
}

/** Keeps it for ten minutes; answers the token by which it is found again, once. */
export async function beginChallenge(db: Kysely<Owned<'accounts'>>, challenge: Challenge, now: Date): Promise<string> {
  const token = newToken()
  await db.deleteFrom('accounts_challenge').where('expires_at', '<', now).execute()
  await db
    .insertInto('accounts_challenge')
    .values({ token_hash: tokenHash(token), kind: challenge.kind, user_id: challenge.userId, value: JSON.stringify(challenge.value), expires_at: new Date(now.getTime() + minutes * 60_000) })
    .execute()
  return token
}

/** Takes what was kept under the token: two requests with the same token get it once. */
export async function takeChallenge(db: Kysely<Owned<'accounts'>>, token: string | undefined, kind: Challenge['kind'], now: Date): Promise<Challenge | undefined> {
  if (token === undefined) return undefined
  const row = await db.deleteFrom('accounts_challenge').where('token_hash', '=', tokenHash(token)).where('kind', '=', kind).where('expires_at', '>', now).returning(['user_id', 'value']).executeTakeFirst()
  return row === undefined ? undefined : { kind, userId: row.user_id, value: row.value as Record<string, unknown> }
}

/** Counts a use of what is kept and leaves it there; undefined when it is gone or was used `most` times. */
export async function countChallenge(db: Kysely<Owned<'accounts'>>, token: string | undefined, kind: Challenge['kind'], most: number, now: Date): Promise<Challenge | undefined> {
  if (token === undefined) return undefined
  const used = await sql<{ user_id: string | null; value: Record<string, unknown> }>`
    update accounts_challenge set value = jsonb_set(value, '{uses}', to_jsonb(coalesce((value->>'uses')::int, 0) + 1))
    where token_hash = ${tokenHash(token)} and kind = ${kind} and expires_at > ${now} and coalesce((value->>'uses')::int, 0) < ${most}
    returning user_id, value`.execute(db)
  const row = used.rows[0]
  return row === undefined ? undefined : { kind, userId: row.user_id, value: row.value }
}
