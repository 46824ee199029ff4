import type { IncomingHttpHeaders } from 'node:http'
import type { Kysely } from 'kysely'
import type { Owned } from '#database/owned.ts'
import type { Actor } from '#kernel/actor.ts'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import type { AccountId, PersonId, TenantId } from '#kernel/id.ts'
import { postsHeld } from '#modules/organisation/server/index.ts'
import { inTenant, readerOf } from '#platform/db/database.ts'
import { grantsOf, type GivenRole } from '../domain/grants.ts'
import { sessionCookie } from './auth.ts'

/** How long an answer is believed. A right taken away ends on every server within this time, on this one at once. */
const believedMs = 5_000
const kept = 5_000

interface Believed {
  readonly actor: Actor | null
  readonly until: number
}

export interface Sessions {
  /** Who the request's cookie belongs to, or null. */
  actorOf(headers: IncomingHttpHeaders, now: Date): Promise<Actor | null>
  /** Forgets what is believed, after a sign-out or a change of rights. */
  forget(): void
}

/** Resolves cookies to actors with today's posts and grants. */
export function createSessions(db: Kysely<Owned<'accounts'>>): Sessions {
  const believed = new Map<string, Believed>()
  return {
    async actorOf(headers, now) {
      const token = tokenOf(headers.cookie)
      if (token === undefined) return null
      const known = believed.get(token)
      if (known !== undefined && known.until > now.getTime()) return known.actor
      const actor = await resolve(db, token, now)
      if (believed.size >= kept) believed.clear()
      believed.set(token, { actor, until: now.getTime() + believedMs })
      return actor
    },
    forget: () => believed.clear(),
  }
}

/** The session token in a cookie header. Its signature is the library's; the token itself is the secret looked up. */
export function tokenOf(cookies: string | null | undefined): string | undefined {
  if (cookies === null || cookies === undefined) return undefined
  for (const part of cookies.split(';')) {
    const at = part.indexOf('=')
    if (at < 0 || part.slice(0, at).trim() !== sessionCookie) continue
    const token = part.slice(at + 1).trim().split(/[.]|%2E/i)[0]
    return token !== undefined && /^[A-Za-z0-9_-]{16,128}$/.test(token) ? token : undefined
  }
  return undefined
}

async function resolve(db: Kysely<Owned<'accounts'>>, token: string, now: Date): Promise<Actor | null> {
  const session = await db
    .selectFrom('accounts_session as s')
    .innerJoin('accounts_user as u', 'u.id', 's.user_id')
    .where('s.token', '=', token)
    .where('s.expires_at', '>', now)
    .select(['u.id', 'u.tenant_id', 'u.person_id', 'u.name'])
    .executeTakeFirst()
  if (session === undefined) return null
  const tenantId = session.tenant_id as TenantId
  const personId = session.person_id as PersonId | null
  const today = vietnameseDay(now)
  return inTenant(db, tenantId, 'read', async (tx) => {
    const posts = personId === null ? [] : await postsHeld(readerOf(tx), tenantId, personId, today)
    const given = await tx
      .selectFrom('accounts_grant')
      .where('tenant_id', '=', tenantId)
      .where('account_id', '=', session.id)
      .where('valid_from', '<=', today)
      .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)]))
      .select(['role', 'unit_id'])
      .execute()
    return {
      accountId: session.id as AccountId,
      tenantId,
      personId,
      displayName: session.name,
      posts,
      grants: grantsOf(posts, given.map((row) => ({ role: row.role, unitId: row.unit_id }) as GivenRole)),
    }
  })
}
