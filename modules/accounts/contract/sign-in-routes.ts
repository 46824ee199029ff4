import { z } from 'zod'
import { permissions } from '#kernel/permission.ts'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line } from '#platform/contract/shapes.ts'
import { chosenPassword, givenCode, givenPassword, passkeyProof, passkeyQuestion, passwordFaults, usernameShape } from './shapes.ts'

/** Who is signed in, as the screens need it. The permissions only decide what is *shown*; the server decides what may be done. */
export const sessionActor = z.object({
  accountId: idOf<'account'>(),
  tenantId: idOf<'tenant'>(),
  tenantName: z.string(),
  personId: idOf<'person'>().nullable(),
  displayName: z.string(),
  permissions: z.array(z.enum(permissions)),
  /** Rights this account has only with a second factor, and not in this session. */
  withheld: z.array(z.enum(permissions)).default([]),
  /** Requests of others that wait for this account as the second person. */
  waiting: z.number().int().default(0),
})

/** The session: nobody yet (whether the first set-up still has to be done, and whether one can sign in elsewhere), or somebody. */
export const sessionView = z.discriminatedUnion('signedIn', [
  z.object({ signedIn: z.literal(false), setUp: z.enum(['needed', 'done']), elsewhere: z.string().nullable() }),
  z.object({ signedIn: z.literal(true), actor: sessionActor, today: dateShape }),
])

export const secondFactorKinds = ['totp', 'recovery', 'passkey'] as const

/** Signed in, or the password was right and a second factor is asked for. */
export const signInReply = z.discriminatedUnion('signedIn', [
  z.object({ signedIn: z.literal(true) }),
  z.object({ signedIn: z.literal(false), secondFactor: z.array(z.enum(secondFactorKinds)) }),
])

/** One account of the sample data, shown once after loading so that each role can be tried. */
export const sampleAccount = z.object({
  role: z.string(),
  username: z.string(),
  password: z.string(),
  fullName: z.string(),
})

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const signedIn = z.object({ signedIn: z.literal(true) })

/** Signing in and out, the first set-up, and taking up an invitation. */
export const signInRoutes = defineRoutes({
  session: {
    method: 'GET',
    path: '/api/accounts/session',
    summary: 'Who is signed in, or whether the first set-up is still to be done',
    permission: 'public',
    reply: sessionView,
    refusals: [],
  },
  signIn: {
    method: 'POST',
    path: '/api/accounts/sign-in',
    summary: 'Sign in with a login name and password; sets the session cookie, or asks for the second factor',
    permission: 'public',
    body: z.object({ username: line(100), password: givenPassword }),
    reply: signInReply,
    refusals: ['accounts.sign-in.wrong', 'accounts.sign-in.too-many-attempts', 'accounts.sign-in.disabled'],
  },
  giveSecondFactor: {
    method: 'POST',
    path: '/api/accounts/second-factor',
    summary: 'Finish signing in with a code of the authenticator application or a recovery code',
    permission: 'public',
    body: z.object({ code: givenCode }),
    reply: signedIn,
    refusals: ['accounts.code.wrong', 'accounts.challenge.over', 'accounts.sign-in.too-many-attempts', 'accounts.sign-in.disabled'],
  },
  askPasskey: {
    method: 'POST',
    path: '/api/accounts/passkey-question',
    summary: 'What the browser asks a passkey with, to sign in or to prove again who one is',
    permission: 'public',
    reply: z.object({ question: passkeyQuestion }),
    refusals: ['accounts.passkey.no-domain'],
  },
  signInWithPasskey: {
    method: 'POST',
    path: '/api/accounts/passkey-sign-in',
    summary: 'Sign in with a passkey; it counts as both factors',
    permission: 'public',
    body: z.object({ proof: passkeyProof }),
    reply: signedIn,
    refusals: ['accounts.passkey.wrong', 'accounts.challenge.over', 'accounts.sign-in.too-many-attempts', 'accounts.sign-in.disabled'],
  },
  signInElsewhere: {
    method: 'POST',
    path: '/api/accounts/elsewhere',
    summary: 'Begin signing in at the OpenID Connect provider the administrator configured; answers where to go',
    permission: 'public',
    reply: z.object({ address: z.string() }),
    refusals: ['accounts.elsewhere.off', 'accounts.elsewhere.silent'],
  },
  comeBack: {
    method: 'POST',
    path: '/api/accounts/elsewhere/return',
    summary: 'Finish signing in with what the provider sent back',
    permission: 'public',
    body: z.object({ query: z.string().max(8000) }),
    reply: signInReply,
    refusals: ['accounts.elsewhere.off', 'accounts.elsewhere.silent', 'accounts.elsewhere.refused', 'accounts.elsewhere.unknown', 'accounts.challenge.over', 'accounts.sign-in.disabled'],
  },
  signOut: {
    method: 'POST',
    path: '/api/accounts/sign-out',
    summary: 'End this session',
    permission: 'signed-in',
    reply: z.object({ signedIn: z.literal(false) }),
    refusals: [],
  },
  setUp: {
    method: 'POST',
    path: '/api/accounts/set-up',
    summary: 'First set-up: the committee and its first Organization Board officer; signs that officer in',
    permission: 'public',
    body: z.object({ committeeName: line(200), fullName: line(100), username: usernameShape, password: chosenPassword }),
    reply: signedIn,
    refusals: ['accounts.set-up.done', ...passwordFaults],
  },
  loadSample: {
    method: 'POST',
    path: '/api/accounts/load-sample',
    summary: 'Load the sample commune instead of the first set-up; answers one account per role',
    permission: 'public',
    reply: z.object({ accounts: z.array(sampleAccount) }),
    refusals: ['accounts.set-up.done'],
  },
  lookAtInvitation: {
    method: 'POST',
    path: '/api/accounts/invitations/look',
    summary: 'Whom an invitation is for, by the secret of its link',
    permission: 'public',
    body: z.object({ token }),
    reply: z.object({ fullName: z.string(), username: z.string(), committee: z.string(), expiresAt: z.iso.datetime() }),
    refusals: ['accounts.invitation.over', 'accounts.sign-in.too-many-attempts'],
  },
  acceptInvitation: {
    method: 'POST',
    path: '/api/accounts/invitations/accept',
    summary: 'Take an invitation up once: choose the password; every earlier session and password of the account ends',
    permission: 'public',
    body: z.object({ token, password: chosenPassword }),
    reply: z.object({ username: z.string() }),
    refusals: ['accounts.invitation.over', 'accounts.sign-in.too-many-attempts', ...passwordFaults],
  },
})
