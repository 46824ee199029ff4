import type { Actor } from '#kernel/actor.ts'
import type { AccountId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { inTenant, readerOf, type Tx } from '#platform/db/database.ts'
import { bare, query, type Handlers } from '#platform/http/handler.ts'
import type { Session } from '#platform/http/session.ts'
import { securityRoutes } from '../contract/security-routes.ts'
import { attemptSucceeded, beginAttempt } from './attempts.ts'
import { beginChallenge, takeChallenge } from './challenge.ts'
import { changePassword } from './change-password.ts'
import { refuseWeakPassword } from './choose-password.ts'
import { dropCookie, passkeyCookie, readCookie, setCookie } from './cookies.ts'
import { keepPasskey, passkeyToMake } from './passkeys.ts'
import { policyOf, setPolicy } from './policy.ts'
import { prove } from './prove.ts'
import { newRecoveryCodes } from './recovery-codes.ts'
import { kindsOf, secondFactorsOf } from './second-factors.ts'
import { endOtherSessions, endSession, securityOf } from './security.ts'
import { attemptOf, note, type AccountsServices } from './services.ts'
import { tokenHashOf } from './session.ts'
import { checkTotp, startTotp } from './totp.ts'

interface SignedInRequest {
  readonly session: Session | null
  readonly headers: Headers
  readonly now: Date
}

/** One's own account: password, second factor, passkeys, sessions; and the committee's policy. */
export function securityHandlers(services: AccountsServices): Handlers<typeof securityRoutes> {
  const { db, keys, sessions } = services

  const own = ({ session, headers }: SignedInRequest): { session: Session; actor: Actor; hash: string } => {
    const hash = tokenHashOf(headers)
    if (session === null || hash === undefined) refuse('platform.not-signed-in')
    return { session, actor: session.actor, hash }
  }
  /** Changes something of one's own account in one transaction with its entry; what was believed of sessions is forgotten. */
  const change = async <Result>(request: SignedInRequest, action: `accounts.${string}`, work: (tx: Tx<'accounts'>, actor: Actor, hash: string) => Promise<Result>, data: Record<string, unknown> = {}): Promise<Result> => {
    const { actor, hash } = own(request)
    const result = await inTenant(db, actor.tenantId, 'write', async (tx) => {
      const made = await work(tx, actor, hash)
      await note(tx, actor.tenantId, actor, request.now, { action, subject: { kind: 'account', id: actor.accountId }, data })
      return made
    })
    sessions.forget()
    return result
  }
  const usernameOf = async (accountId: AccountId): Promise<string> => (await db.selectFrom('accounts_user').where('id', '=', accountId).select('username').executeTakeFirstOrThrow()).username
  const committeeOf = async (actor: Actor): Promise<string> => (await db.selectFrom('tenant').where('id', '=', actor.tenantId).select('name').executeTakeFirstOrThrow()).name

  /** A second factor has just been proved in this session: it counts here, other sessions end, and the first one brings recovery codes. */
  const factorAdded = async (tx: Tx<'accounts'>, accountId: AccountId, hash: string, now: Date): Promise<string[]> => {
    await tx.updateTable('accounts_session').set({ second_factor_at: now }).where('token_hash', '=', hash).execute()
    await endOtherSessions(tx, accountId, hash)
    const { recoveryLeft } = await secondFactorsOf(tx, accountId)
    return recoveryLeft > 0 ? [] : newRecoveryCodes(tx, keys, accountId)
  }
  /** Without any second factor left, no session has one, and recovery codes open nothing. */
  const factorRemoved = async (tx: Tx<'accounts'>, accountId: AccountId, hash: string): Promise<void> => {
    await endOtherSessions(tx, accountId, hash)
    if (kindsOf(await secondFactorsOf(tx, accountId)).length > 0) return
    await tx.deleteFrom('accounts_recovery_code').where('user_id', '=', accountId).execute()
    await tx.updateTable('accounts_session').set({ second_factor_at: null }).where('user_id', '=', accountId).execute()
  }

  return {
    security: bare(securityRoutes.security, (request) => {
      const { session, hash } = own(request)
      return inTenant(db, session.actor.tenantId, 'read', (tx) => securityOf(tx, readerOf(tx), session, hash, request.origin, request.now))
    }),

    prove: bare(securityRoutes.prove, async ({ body, ...request }) => {
      await prove(services, own(request).actor, body, request)
      return { done: true }
    }),

    changePassword: bare(securityRoutes.changePassword, async ({ body, ...request }) => {
      const { actor } = own(request)
      if (body.current === body.next) refuse('accounts.password.same')
      const username = await usernameOf(actor.accountId)
      await refuseWeakPassword(body.next, [username, actor.displayName])
      const attempt = attemptOf(keys, request, username)
      await beginAttempt(db, attempt, 'password', request.now)
      await change(request, 'accounts.password.changed', (tx, _, hash) => changePassword(tx, actor.accountId, body, hash, request.now))
      await attemptSucceeded(db, attempt, 'password', request.now)
      return { changed: true }
    }),

    startTotp: bare(securityRoutes.startTotp, async (request) => {
      const { actor } = own(request)
      const account = { userId: actor.accountId, username: await usernameOf(actor.accountId), issuer: 'Thước Đo' }
      return change(request, 'accounts.totp.started', (tx) => startTotp(tx, keys, account, request.now))
    }),

    confirmTotp: bare(securityRoutes.confirmTotp, async ({ body, ...request }) => {
      const { actor } = own(request)
      const attempt = attemptOf(keys, request, await usernameOf(actor.accountId))
      await beginAttempt(db, attempt, 'code', request.now)
      const recoveryCodes = await change(request, 'accounts.totp.confirmed', async (tx, { accountId }, hash) => {
        if (!(await checkTotp(tx, keys, accountId, body.code, request.now, 'unconfirmed'))) refuse('accounts.code.wrong')
        return factorAdded(tx, accountId, hash, request.now)
      })
      await attemptSucceeded(db, attempt, 'code', request.now)
      return { recoveryCodes }
    }),

    removeTotp: bare(securityRoutes.removeTotp, async (request) => {
      await change(request, 'accounts.totp.removed', async (tx, { accountId }, hash) => {
        await tx.deleteFrom('accounts_totp').where('user_id', '=', accountId).execute()
        await factorRemoved(tx, accountId, hash)
      })
      return { done: true }
    }),

    renewRecoveryCodes: bare(securityRoutes.renewRecoveryCodes, async (request) => {
      const recoveryCodes = await change(request, 'accounts.recovery.renewed', async (tx, { accountId }) => {
        if (kindsOf(await secondFactorsOf(tx, accountId)).length === 0) refuse('accounts.recovery.no-factor')
        return newRecoveryCodes(tx, keys, accountId)
      })
      return { recoveryCodes }
    }),

    startPasskey: bare(securityRoutes.startPasskey, async ({ origin, header, ...request }) => {
      const { actor } = own(request)
      const account = { userId: actor.accountId, username: await usernameOf(actor.accountId), name: actor.displayName, committee: await committeeOf(actor) }
      const question = await inTenant(db, actor.tenantId, 'read', (tx) => passkeyToMake(tx, account, origin))
      const token = await beginChallenge(db, { kind: 'register_passkey', userId: actor.accountId, value: { challenge: question.challenge } }, request.now)
      header('set-cookie', setCookie(passkeyCookie, token, { seconds: 600, secure: origin.startsWith('https:') }))
      return { question: { ...question } }
    }),

    addPasskey: bare(securityRoutes.addPasskey, async ({ body, origin, header, ...request }) => {
      const challenge = await takeChallenge(db, readCookie(request.headers.get('cookie'), passkeyCookie), 'register_passkey', request.now)
      if (challenge?.userId !== own(request).actor.accountId) refuse('accounts.challenge.over')
      const given = { ...body, challenge: String(challenge.value['challenge']) }
      const recoveryCodes = await change(request, 'accounts.passkey.added', async (tx, { accountId }, hash) => {
        await keepPasskey(tx, accountId, given, origin, request.now)
        return factorAdded(tx, accountId, hash, request.now)
      })
      header('set-cookie', dropCookie(passkeyCookie))
      return { recoveryCodes }
    }),

    removePasskey: bare(securityRoutes.removePasskey, async ({ body, ...request }) => {
      await change(request, 'accounts.passkey.removed', async (tx, { accountId }, hash) => {
        const gone = await tx.deleteFrom('accounts_passkey').where('user_id', '=', accountId).where('id', '=', body.id).returning('id').execute()
        if (gone.length === 0) refuse('platform.not-found')
        await factorRemoved(tx, accountId, hash)
      })
      return { done: true }
    }),

    endSession: bare(securityRoutes.endSession, async ({ params, ...request }) => {
      await change(request, 'accounts.session.ended', (tx, { accountId }) => endSession(tx, accountId, params.sessionId))
      return { done: true }
    }),

    endOtherSessions: bare(securityRoutes.endOtherSessions, async (request) => {
      const ended = await change(request, 'accounts.sessions.ended', (tx, { accountId }, hash) => endOtherSessions(tx, accountId, hash))
      return { ended }
    }),

    getPolicy: query(securityRoutes.getPolicy, ({ actor, read }) => policyOf(read, actor.tenantId)),

    setPolicy: bare(securityRoutes.setPolicy, async ({ body, ...request }) => {
      await change(request, 'accounts.policy.set', async (tx, actor) => {
        // Whoever asks everybody for a second factor has one: otherwise nobody might be left to administer.
        if (body.secondFactor === 'required' && kindsOf(await secondFactorsOf(tx, actor.accountId)).length === 0) refuse('accounts.policy.own-factor-first')
        await setPolicy(tx, actor.tenantId, body, request.now)
      }, { ...body })
      return body
    }),
  }
}
