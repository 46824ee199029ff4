import { refuse } from '#kernel/refusal.ts'
import type { AccountId, TenantId } from '#kernel/id.ts'
import { inTenant, readerOf } from '#platform/db/database.ts'
import { bare, type Handlers } from '#platform/http/handler.ts'
import { signInRoutes } from '../contract/sign-in-routes.ts'
import { countWaiting, type TwoPersonActs } from './approvals.ts'
import { attemptSucceeded, beginAttempt } from './attempts.ts'
import { beginChallenge, takeChallenge } from './challenge.ts'
import { setPassword } from './change-password.ts'
import { refuseWeakPassword } from './choose-password.ts'
import { challengeCookie, dropCookie, passkeyCookie, readCookie, sessionCookie, setCookie } from './cookies.ts'
import { endInvitations, invitationOf, takeUp } from './invitations.ts'
import { passkeyOwner, passkeyToAsk } from './passkeys.ts'
import { hashPassword } from './password.ts'
import { note, type AccountsServices, type Visit } from './services.ts'
import { tokenHashOf } from './session.ts'
import { lockSetUp, setUpTenant, tenantExists } from './set-up.ts'
import { accountOf, accountRow, finishSignIn, giveSecondFactor, signInWithPassword, type Step } from './sign-in.ts'
import { comeBackFromElsewhere, leaveForElsewhere } from './sign-in-elsewhere.ts'

type CookieSetter = (name: string, value: string | string[]) => void

/** Signing in and out, the first set-up, and taking up an invitation. */
export function signInHandlers(services: AccountsServices, acts: TwoPersonActs): Handlers<typeof signInRoutes> {
  const { db, sessions } = services

  const answerStep = ({ cookies, secondFactor }: Step, header: CookieSetter) => {
    header('set-cookie', cookies)
    return secondFactor.length === 0 ? ({ signedIn: true } as const) : ({ signedIn: false, secondFactor } as const)
  }

  return {
    session: bare(signInRoutes.session, async ({ session, today, now }) => {
      if (session === null) return { signedIn: false, setUp: (await tenantExists(db)) ? 'done' : 'needed', elsewhere: services.elsewhere?.label ?? null }
      const { actor, withheld } = session
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
          withheld: [...withheld],
          waiting: await inTenant(db, actor.tenantId, 'read', (tx) => countWaiting(readerOf(tx), actor, acts, now)),
        },
        today,
      }
    }),

    signIn: bare(signInRoutes.signIn, async ({ body, header, ...visit }) => answerStep(await signInWithPassword(services, body, visit), header)),

    giveSecondFactor: bare(signInRoutes.giveSecondFactor, async ({ body, header, ...visit }) => {
      header('set-cookie', await giveSecondFactor(services, body.code, visit))
      return { signedIn: true }
    }),

    askPasskey: bare(signInRoutes.askPasskey, async ({ origin, now, header }) => {
      const question = await passkeyToAsk(origin)
      const token = await beginChallenge(db, { kind: 'passkey', userId: null, value: { challenge: question.challenge } }, now)
      header('set-cookie', setCookie(passkeyCookie, token, { seconds: 600, secure: origin.startsWith('https:') }))
      return { question: { ...question } }
    }),

    signInWithPasskey: bare(signInRoutes.signInWithPasskey, async ({ body, header, ...visit }) => {
      header('set-cookie', await signInWithPasskey(services, body.proof, visit))
      return { signedIn: true }
    }),

    signInElsewhere: bare(signInRoutes.signInElsewhere, async ({ header, ...visit }) => {
      const { address, cookies } = await leaveForElsewhere(services, visit)
      header('set-cookie', cookies)
      return { address }
    }),

    comeBack: bare(signInRoutes.comeBack, async ({ body, header, ...visit }) => answerStep(await comeBackFromElsewhere(services, body.query, visit), header)),

    signOut: bare(signInRoutes.signOut, async ({ actor, headers, header, now, inTenant: within }) => {
      const hash = tokenHashOf(headers)
      if (actor === null || hash === undefined) refuse('platform.not-signed-in')
      await within(actor.tenantId, async (tx) => {
        await tx.deleteFrom('accounts_session').where('token_hash', '=', hash).execute()
        await note(tx, actor.tenantId, actor, now, { action: 'accounts.signed-out', subject: { kind: 'account', id: actor.accountId } })
      })
      sessions.forget()
      header('set-cookie', dropCookie(sessionCookie))
      return { signedIn: false }
    }),

    setUp: bare(signInRoutes.setUp, async ({ body, header, today, newId, inTenant: within, ...visit }) => {
      if (await tenantExists(db)) refuse('accounts.set-up.done')
      await refuseWeakPassword(body.password, [body.username, body.fullName, body.committeeName])
      const tenantId = newId<'tenant'>() as TenantId
      const id = await lockSetUp(db, async () => {
        if (await tenantExists(db)) refuse('accounts.set-up.done')
        return within<AccountId, 'accounts' | 'organisation'>(tenantId, (tx) => setUpTenant(tx, { tenantId, ...body }, visit.now, today))
      })
      const account = accountOf(await accountRow(db).where('u.id', '=', id).executeTakeFirstOrThrow())
      header('set-cookie', await finishSignIn(services, account, { way: 'set_up', secondFactor: false }, visit))
      return { signedIn: true }
    }),

    loadSample: bare(signInRoutes.loadSample, async ({ now }) => {
      if (await tenantExists(db)) refuse('accounts.set-up.done')
      const accounts = await lockSetUp(db, async () => {
        if (await tenantExists(db)) refuse('accounts.set-up.done')
        return services.loadSample(now)
      })
      return { accounts }
    }),

    lookAtInvitation: bare(signInRoutes.lookAtInvitation, async ({ body, ...visit }) => {
      const invited = await openedInvitation(services, body.token, visit)
      const tenant = await db.selectFrom('tenant').where('id', '=', invited.tenantId).select('name').executeTakeFirstOrThrow()
      return { fullName: invited.fullName, username: invited.username, committee: tenant.name, expiresAt: invited.expiresAt.toISOString() }
    }),

    acceptInvitation: bare(signInRoutes.acceptInvitation, async ({ body, inTenant: within, ...visit }) => {
      const invited = await openedInvitation(services, body.token, visit)
      await refuseWeakPassword(body.password, [invited.username, invited.fullName])
      const hash = await hashPassword(body.password)
      await within(invited.tenantId as TenantId, async (tx) => {
        await takeUp(tx, invited.id, visit.now)
        await setPassword(tx, invited.userId, hash, visit.now)
        await endInvitations(tx, [invited.userId], visit.now)
        await tx.deleteFrom('accounts_session').where('user_id', '=', invited.userId).execute()
        await note(tx, invited.tenantId as TenantId, null, visit.now, { action: 'accounts.invitation.accepted', subject: { kind: 'account', id: invited.userId } })
      })
      sessions.forget()
      return { username: invited.username }
    }),
  }
}

/** The invitation of a link; who tries out links is slowed down as who tries out passwords. */
async function openedInvitation({ db }: AccountsServices, token: string, { source, now }: Visit) {
  const attempt = { username: '', source, deviceId: undefined }
  await beginAttempt(db, attempt, 'code', now)
  const invited = await invitationOf(db, token, now)
  await attemptSucceeded(db, attempt, 'code', now)
  return invited
}

async function signInWithPasskey(services: AccountsServices, proof: Parameters<typeof passkeyOwner>[1], visit: Visit): Promise<string[]> {
  const { db } = services
  const challenge = await takeChallenge(db, readCookie(visit.headers.get('cookie'), passkeyCookie), 'passkey', visit.now)
  if (challenge === undefined) refuse('accounts.challenge.over')
  const owner = await db.selectFrom('accounts_passkey').where('id', '=', proof.id).select('user_id').executeTakeFirst()
  const row = owner && (await accountRow(db).where('u.id', '=', owner.user_id).executeTakeFirst())
  if (row === undefined) refuse('accounts.passkey.wrong')
  const account = accountOf(row)
  const proved = await inTenant(db, account.tenantId, 'write', (tx) => passkeyOwner(tx, proof, String(challenge.value['challenge']), visit.origin, visit.now))
  if (proved !== account.id) refuse('accounts.passkey.wrong')
  const cookies = await finishSignIn(services, account, { way: 'passkey', secondFactor: true }, visit)
  return [...cookies, dropCookie(passkeyCookie), dropCookie(challengeCookie)]
}
