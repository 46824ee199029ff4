import type { IncomingHttpHeaders } from 'node:http'
import type { Kysely } from 'kysely'
import type { Owned } from '#database/owned.ts'
import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { AccountId, PersonId, TenantId } from '#kernel/id.ts'
import { needsSecondFactor } from '#kernel/permission.ts'
import { postsHeld } from '#modules/organisation/server/index.ts'
import { inTenant, readerOf } from '#platform/db/database.ts'
import type { Session, SessionOf } from '#platform/http/session.ts'
import { grantsOf, type GivenRole } from '../domain/grants.ts'
import { sessionSeconds } from './begin-session.ts'
import { readCookie, sessionCookie } from './cookies.ts'
import { tokenHash } from './keys.ts'
import { policyOf } from './policy.ts'

/** How long an answer is believed. A right taken away ends on every server within this time, on this one at once. */
const believedMs = 5_000
const kept = 5_000
/** How exactly it is known when a session was last used. */
const seenMs = 5 * 60_000

/** A session begun while the clock was ahead must not live until the clock gets there; one set back by some hours ends none. */
const longestMs = 2 * sessionSeconds * 1000

interface Believed {
  readonly session: Session | null
  readonly until: number
  /** Rights are those of one day: at midnight in Vietnam they are read again. */
  readonly day: CalendarDate
}

export interface Sessions {
  readonly sessionOf: SessionOf
  /** Forgets what is believed, after a sign-out or a change of rights. */
  forget(): void
}

/** Resolves cookies to sessions with today's posts and grants. */
export function createSessions(db: Kysely<Owned<'accounts'>>): Sessions {
  const believed = new Map<string, Believed>()
  return {
    async sessionOf(headers, now, options) {
      const hash = tokenHashOf(headers)
      if (hash === undefined) return null
      const known = believed.get(hash)
      const day = vietnameseDay(now)
      if (known !== undefined && !options?.fresh && within(known.until - now.getTime(), believedMs) && known.day === day) return known.session
      const session = await resolve(db, hash, now)
      if (believed.size >= kept) believed.clear()
      believed.set(hash, { session, until: now.getTime() + believedMs, day })
      return session
    },
    forget: () => believed.clear(),
  }
}

/** What the database knows the request's session by. */
export function tokenHashOf(headers: IncomingHttpHeaders | Headers): string | undefined {
  const cookies = headers instanceof Headers ? headers.get('cookie') : headers.cookie
  const token = readCookie(cookies, sessionCookie)
  return token === undefined ? undefined : tokenHash(token)
}

function within(left: number, longest: number): boolean {
  return left > 0 && left <= longest
}

async function resolve(db: Kysely<Owned<'accounts'>>, hash: string, now: Date): Promise<Session | null> {
  const row = await db
    .selectFrom('accounts_session as s')
    .innerJoin('accounts_user as u', 'u.id', 's.user_id')
    .where('s.token_hash', '=', hash)
    .where('s.expires_at', '>', now)
    .where('s.expires_at', '<', new Date(now.getTime() + longestMs))
    .select(['u.id', 'u.tenant_id', 'u.person_id', 'u.name', 's.proved_at', 's.second_factor_at', 's.seen_at'])
    .executeTakeFirst()
  if (row === undefined) return null
  if (Math.abs(now.getTime() - row.seen_at.getTime()) > seenMs) await db.updateTable('accounts_session').set({ seen_at: now }).where('token_hash', '=', hash).execute()
  const account = { id: row.id as AccountId, tenantId: row.tenant_id as TenantId, personId: row.person_id as PersonId | null, name: row.name }
  return sessionFor(db, account, { provedAt: row.proved_at, secondFactor: row.second_factor_at !== null }, now)
}

interface Account {
  readonly id: AccountId
  readonly tenantId: TenantId
  readonly personId: PersonId | null
  readonly name: string
}

/** What an account may do on a day in a session proved in this way; null when its access has ended with its last post and role. */
export async function sessionFor(db: Kysely<Owned<'accounts'>>, account: Account, proof: { readonly provedAt: Date; readonly secondFactor: boolean }, now: Date): Promise<Session | null> {
  const { id, tenantId, personId } = account
  const today = vietnameseDay(now)
  return inTenant(db, tenantId, 'read', async (tx) => {
    const posts = personId === null ? [] : await postsHeld(readerOf(tx), tenantId, personId, today)
    const given = await tx
      .selectFrom('accounts_grant')
      .where('tenant_id', '=', tenantId)
      .where('account_id', '=', id)
      .where('valid_from', '<=', today)
      .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)]))
      .select(['role', 'unit_id'])
      .execute()
    const all = grantsOf(posts, given.map((row) => ({ role: row.role, unitId: row.unit_id }) as GivenRole))
    if (all.length === 0) return null
    const strict = !proof.secondFactor && (await policyOf(readerOf(tx), tenantId)).secondFactor === 'required'
    const withheld = strict ? [...new Set(all.map((grant) => grant.permission).filter((permission) => needsSecondFactor[permission]))] : []
    const grants = all.filter((grant) => !withheld.includes(grant.permission))
    return { actor: { accountId: id, tenantId, personId, displayName: account.name, posts, grants }, provedAt: proof.provedAt, withheld }
  })
}
