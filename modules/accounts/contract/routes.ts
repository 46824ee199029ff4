import { z } from 'zod'
import { permissions } from '#kernel/permission.ts'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line, pageQuery, pageShape } from '#platform/contract/shapes.ts'

/** Shortest password accepted when one is chosen (mật khẩu). */
export const shortestPassword = 10

/** A login name (tên đăng nhập) as it is chosen: lower case, begins with a letter or digit. */
export const usernameShape = z
  .string()
  .transform((text) => text.normalize('NFC').trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._@-]{2,99}$/))

const chosenPassword = z.string().min(shortestPassword).max(200)
const givenPassword = z.string().min(1).max(200)

/** Who is signed in, as the screens need it. The permissions only decide what is *shown*; the server decides what may be done. */
export const sessionActor = z.object({
  accountId: idOf<'account'>(),
  tenantId: idOf<'tenant'>(),
  tenantName: z.string(),
  personId: idOf<'person'>().nullable(),
  displayName: z.string(),
  permissions: z.array(z.enum(permissions)),
})

/** The session: nobody yet (and whether the first set-up still has to be done), or somebody. */
export const sessionView = z.discriminatedUnion('signedIn', [
  z.object({ signedIn: z.literal(false), setUp: z.enum(['needed', 'done']) }),
  z.object({ signedIn: z.literal(true), actor: sessionActor, today: dateShape }),
])

/** One account of the sample data, shown once after loading so that each role can be tried. */
export const sampleAccount = z.object({
  role: z.string(),
  username: z.string(),
  password: z.string(),
  fullName: z.string(),
})

/** Somebody of the organisation and the login that opens for them, if any. */
export const loginLine = z.object({
  personId: idOf<'person'>(),
  code: z.string(),
  fullName: z.string(),
  /** Post and unit today; empty when none is held. */
  post: z.string(),
  unit: z.string(),
  username: z.string().nullable(),
})

/** A login with its first password, shown once to hand over on a slip; it is stored only as a hash. */
export const loginSlip = z.object({
  personId: idOf<'person'>(),
  fullName: z.string(),
  unit: z.string(),
  username: z.string(),
  password: z.string(),
})

export const accountsRoutes = defineRoutes({
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
    summary: 'Sign in with a login name and password; sets the session cookie',
    permission: 'public',
    body: z.object({ username: line(100), password: givenPassword }),
    reply: z.object({ signedIn: z.literal(true) }),
    refusals: ['accounts.sign-in.wrong', 'accounts.sign-in.too-many-attempts', 'accounts.sign-in.disabled'],
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
    reply: z.object({ signedIn: z.literal(true) }),
    refusals: ['accounts.set-up.done'],
  },
  loadSample: {
    method: 'POST',
    path: '/api/accounts/load-sample',
    summary: 'Load the sample commune instead of the first set-up; answers one account per role',
    permission: 'public',
    reply: z.object({ accounts: z.array(sampleAccount) }),
    refusals: ['accounts.set-up.done'],
  },
  changePassword: {
    method: 'POST',
    path: '/api/accounts/change-password',
    summary: 'Change one’s own password; other sessions of the account end',
    permission: 'signed-in',
    body: z.object({ current: givenPassword, next: chosenPassword }),
    reply: z.object({ changed: z.literal(true) }),
    refusals: ['accounts.password.wrong', 'accounts.password.same'],
  },
  listLogins: {
    method: 'GET',
    path: '/api/accounts/logins',
    summary: 'People who hold a post today, with or without a login, by given name',
    permission: 'accounts:manage',
    query: z.object({ ...pageQuery, search: z.string().max(100).optional(), only: z.enum(['all', 'without', 'with']).default('all') }),
    reply: pageShape(loginLine),
    refusals: ['platform.bad-page-key'],
  },
  openLogins: {
    method: 'POST',
    path: '/api/accounts/logins',
    summary: 'Open logins for people; the first passwords are shown once, to be handed over on slips',
    permission: 'accounts:manage',
    body: z.object({ personIds: z.array(idOf<'person'>()).min(1).max(500) }),
    reply: z.object({ slips: z.array(loginSlip) }),
    refusals: ['accounts.login.unknown-person', 'accounts.login.exists'],
  },
  resetLogin: {
    method: 'POST',
    path: '/api/accounts/logins/:personId/reset',
    summary: 'Give somebody a new first password; their sessions end',
    permission: 'accounts:manage',
    params: z.object({ personId: idOf<'person'>() }),
    reply: loginSlip,
    refusals: ['accounts.login.unknown-person'],
  },
})

export type Session = z.output<typeof sessionView>
export type SessionActor = z.output<typeof sessionActor>
export type SampleAccount = z.output<typeof sampleAccount>
export type LoginLine = z.output<typeof loginLine>
export type LoginSlip = z.output<typeof loginSlip>
