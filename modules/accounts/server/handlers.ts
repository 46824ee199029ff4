import type { Kysely } from 'kysely'
import type { Owned } from '#database/owned.ts'
import { refuse } from '#kernel/refusal.ts'
import type { TenantId } from '#kernel/id.ts'
import { writeLedger } from '#platform/audit/ledger.ts'
import { bare, query, type Handlers } from '#platform/http/handler.ts'
import { accountsRoutes, type SampleAccount } from '../contract/routes.ts'
import { createAttempts } from './attempts.ts'
import { sessionCookie, type Auth } from './auth.ts'
import { changePassword } from './change-password.ts'
import { listLogins, openLogins, resetLogin } from './logins.ts'
import { lockSetUp, setUpTenant, tenantExists } from './set-up.ts'
import { tokenOf, type Sessions } from './session.ts'

/** What the accounts routes need beside the request. */
export interface AccountsServices {
  readonly db: Kysely<Owned<'accounts'>>
  readonly auth: Auth
  readonly sessions: Sessions
  /** Loads the whole sample; composed of every module's part by the program. */
  readonly loadSample: (now: Date) => Promise<SampleAccount[]>
}

/** The module's handlers over its services. */
export function accountsHandlers(services: AccountsServices): Handlers<typeof accountsRoutes> {
  const { auth, db, sessions } = services
  const attempts = createAttempts()

  const signInWith = async (username: string, password: string, headers: Headers): Promise<string[] | undefined> => {
    const response = await auth.api.signInUsername({ body: { username, password }, headers: withoutCookies(headers), asResponse: true })
    return response.ok ? response.headers.getSetCookie() : undefined
  }

  return {
    session: bare(accountsRoutes.session, async ({ actor, today }) => {
      if (actor === null) return { signedIn: false, setUp: (await tenantExists(db)) ? 'done' : 'needed' }
      const tenant = await db.selectFrom('tenant').where('id', '=', actor.tenantId).select('name').executeTakeFirstOrThrow()
      return {
        signedIn: true,
        actor: {
          accountId: actor.accountId,
          tenantId: actor.tenantId,
          tenantName: tenant.name,
          personId: actor.personId,
          displayName: actor.displayName,
          permissions: [...new Set(actor.grants.map((grant) => grant.permission))],
        },
        today,
      }
    }),

    signIn: bare(accountsRoutes.signIn, async ({ body, headers, header, now }) => {
      const key = body.username.toLowerCase()
      if (attempts.blocked(key, now)) refuse('accounts.sign-in.too-many-attempts', { minutes: attempts.minutesLeft(key, now) })
      const cookies = await signInWith(key, body.password, headers)
      if (cookies === undefined) {
        attempts.failed(key, now)
        refuse('accounts.sign-in.wrong')
      }
      attempts.succeeded(key)
      cookies.forEach((cookie) => header('set-cookie', cookie))
      return { signedIn: true }
    }),

    signOut: bare(accountsRoutes.signOut, async ({ actor, headers, header, now, inTenant, newId }) => {
      const token = tokenOf(headers.get('cookie'))
      if (actor === null || token === undefined) refuse('platform.not-signed-in')
      await inTenant(actor.tenantId, async (tx) => {
        await tx.deleteFrom('accounts_session').where('token', '=', token).execute()
        await writeLedger(tx, { tenantId: actor.tenantId, actor, now, entryId: newId(), request: null }, { action: 'accounts.signed-out', subject: { kind: 'account', id: actor.accountId } }, undefined)
      })
      sessions.forget()
      header('set-cookie', `${sessionCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`)
      return { signedIn: false }
    }),

    setUp: bare(accountsRoutes.setUp, async ({ body, headers, header, now, today, newId, inTenant }) => {
      if (await tenantExists(db)) refuse('accounts.set-up.done')
      const tenantId = newId<'tenant'>()
      await lockSetUp(db, async () => {
        if (await tenantExists(db)) refuse('accounts.set-up.done')
        await inTenant<void, 'accounts' | 'organisation'>(tenantId as TenantId, (tx) => setUpTenant(tx, { tenantId, ...body }, now, today))
      })
      const cookies = await signInWith(body.username, body.password, headers)
      cookies?.forEach((cookie) => header('set-cookie', cookie))
      return { signedIn: true }
    }),

    loadSample: bare(accountsRoutes.loadSample, async ({ now }) => {
      if (await tenantExists(db)) refuse('accounts.set-up.done')
      const accounts = await lockSetUp(db, async () => {
        if (await tenantExists(db)) refuse('accounts.set-up.done')
        return services.loadSample(now)
      })
      return { accounts }
    }),

    changePassword: bare(accountsRoutes.changePassword, async ({ actor, body, headers, now, inTenant, newId }) => {
      const token = tokenOf(headers.get('cookie'))
      if (actor === null || token === undefined) refuse('platform.not-signed-in')
      if (body.current === body.next) refuse('accounts.password.same')
      await inTenant(actor.tenantId, async (tx) => {
        await changePassword(tx, actor.accountId, body, token, now)
        await writeLedger(tx, { tenantId: actor.tenantId, actor, now, entryId: newId(), request: null }, { action: 'accounts.password.changed', subject: { kind: 'account', id: actor.accountId } }, undefined)
      })
      sessions.forget()
      return { changed: true }
    }),

    listLogins: query(accountsRoutes.listLogins, async ({ query: asked, actor, read, today }) => {
      const page = await listLogins(read, actor.tenantId, asked, today)
      return { items: [...page.items], next: page.next }
    }),

    // Outside the command wrapper, because a command's reply is kept in the ledger and this one holds passwords.
    openLogins: bare(accountsRoutes.openLogins, async ({ actor, body, now, today, inTenant, newId }) => {
      if (actor === null) refuse('platform.not-signed-in')
      return inTenant(actor.tenantId, async (tx) => {
        const slips = await openLogins(tx, actor.tenantId, body.personIds, now, today)
        await writeLedger(tx, { tenantId: actor.tenantId, actor, now, entryId: newId(), request: null }, { action: 'accounts.logins.opened', subject: { kind: 'tenant', id: actor.tenantId }, data: { people: slips.map((slip) => slip.personId) } }, undefined)
        return { slips }
      })
    }),

    resetLogin: bare(accountsRoutes.resetLogin, async ({ actor, params, now, today, inTenant, newId }) => {
      if (actor === null) refuse('platform.not-signed-in')
      const slip = await inTenant(actor.tenantId, async (tx) => {
        const made = await resetLogin(tx, actor.tenantId, params.personId, now, today)
        await writeLedger(tx, { tenantId: actor.tenantId, actor, now, entryId: newId(), request: null }, { action: 'accounts.login.reset', subject: { kind: 'person', id: params.personId } }, undefined)
        return made
      })
      sessions.forget()
      return slip
    }),
  }
}

function withoutCookies(headers: Headers): Headers {
  const copy = new Headers(headers)
  copy.delete('cookie')
  return copy
}
