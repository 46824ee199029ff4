import type { AccountId, PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { inTenant, type Tx } from '#platform/db/database.ts'
import type { SecondFactorKind } from '../contract/routes.ts'
import { attemptSucceeded, beginAttempt } from './attempts.ts'
import { beginSession } from './begin-session.ts'
import { beginChallenge, countChallenge } from './challenge.ts'
import { challengeCookie, dropCookie, readCookie, setCookie } from './cookies.ts'
import { tokenHash } from './keys.ts'
import { knowDevice } from './known-device.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { recoveryCodeUsed } from './recovery-codes.ts'
import { kindsOf, secondFactorsOf } from './second-factors.ts'
import { attemptOf, isSecure, note, type AccountsServices, type Visit } from './services.ts'
import { sessionFor, tokenHashOf } from './session.ts'
import { checkTotp } from './totp.ts'

/** Wrong codes after which the password is asked for again. */
const codesPerPassword = 5

export interface SigningIn {
  readonly id: AccountId
  readonly tenantId: TenantId
  readonly personId: PersonId | null
  readonly name: string
  readonly username: string
}

export type SignInWay = 'password' | 'passkey' | 'elsewhere' | 'set_up'

/** A first step that is done: cookies, and which second factors finish it; none when it is finished. */
export interface Step {
  readonly cookies: string[]
  readonly secondFactor: SecondFactorKind[]
}

// Verified when there is no such name, so that a name that exists takes no longer to refuse.
const nobodysHash = hashPassword('không phải mật khẩu của ai')

/** Judges a login name and password. Refuses with the same words whether the name exists or not. */
export async function signInWithPassword(services: AccountsServices, given: { readonly username: string; readonly password: string }, visit: Visit): Promise<Step> {
  const { db, keys } = services
  const username = given.username.normalize('NFC').toLowerCase()
  const attempt = attemptOf(keys, visit, username)
  await beginAttempt(db, attempt, 'password', visit.now)
  const row = await accountRow(db).innerJoin('accounts_password as p', 'p.user_id', 'u.id').where('u.username', '=', username).select('p.hash').executeTakeFirst()
  const right = await verifyPassword(row?.hash ?? (await nobodysHash), given.password)
  if (row === undefined || !right) refuse('accounts.sign-in.wrong')
  await attemptSucceeded(db, attempt, 'password', visit.now)
  return afterFirstFactor(services, accountOf(row), 'password', visit)
}

/** After a first factor: a second one is asked for where the account has one, otherwise the session begins. */
export async function afterFirstFactor(services: AccountsServices, account: SigningIn, way: SignInWay, visit: Visit): Promise<Step> {
  const kinds = kindsOf(await secondFactorsOf(services.db, account.id))
  if (kinds.length === 0) return { cookies: await finishSignIn(services, account, { way, secondFactor: false }, visit), secondFactor: [] }
  const token = await beginChallenge(services.db, { kind: 'second_factor', userId: account.id, value: { way } }, visit.now)
  return { cookies: [setCookie(challengeCookie, token, { seconds: 600, secure: isSecure(visit) })], secondFactor: kinds }
}

/** Finishes a sign-in with a code of the authenticator application or a recovery code. */
export async function giveSecondFactor(services: AccountsServices, code: string, visit: Visit): Promise<string[]> {
  const { db, keys } = services
  const token = readCookie(visit.headers.get('cookie'), challengeCookie)
  const challenge = await countChallenge(db, token, 'second_factor', codesPerPassword, visit.now)
  const row = challenge?.userId ? await accountRow(db).where('u.id', '=', challenge.userId).executeTakeFirst() : undefined
  if (challenge === undefined || token === undefined || row === undefined) refuse('accounts.challenge.over')
  const account = accountOf(row)
  const attempt = attemptOf(keys, visit, account.username)
  await beginAttempt(db, attempt, 'code', visit.now)
  const cookies = await finishSignIn(services, account, { way: challenge.value['way'] as SignInWay, secondFactor: true }, visit, async (tx) => {
    if (!(await codeHolds(tx, services, account.id, code, visit.now))) refuse('accounts.code.wrong')
    await tx.deleteFrom('accounts_challenge').where('token_hash', '=', tokenHash(token)).execute()
  })
  await attemptSucceeded(db, attempt, 'code', visit.now)
  return [...cookies, dropCookie(challengeCookie)]
}

/** Whether a code is the application's now, or an unused recovery code, which it then uses up. */
export async function codeHolds(tx: Tx<'accounts'>, { keys }: Pick<AccountsServices, 'keys'>, userId: string, code: string, now: Date): Promise<boolean> {
  return /^\d{6}$/.test(code) ? checkTotp(tx, keys, userId, code, now) : recoveryCodeUsed(tx, keys, userId, code, now)
}

/** Begins the session in one transaction with its entry, ends the one the browser had, and lets the device be known. Refuses whose access has ended. */
export async function finishSignIn(
  services: AccountsServices,
  account: SigningIn,
  how: { readonly way: SignInWay; readonly secondFactor: boolean },
  visit: Visit,
  first: (tx: Tx<'accounts'>) => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  const { db, keys } = services
  const { now } = visit
  const known = attemptOf(keys, visit, account.username).deviceId
  const session = await sessionFor(db, account, { provedAt: now, secondFactor: how.secondFactor }, now)
  if (session === null) refuse('accounts.sign-in.disabled')
  const cookie = await inTenant(db, account.tenantId, 'write', async (tx) => {
    await first(tx)
    await tx.deleteFrom('accounts_session').where('token_hash', '=', tokenHashOf(visit.headers) ?? '').execute()
    const begun = await beginSession(tx, { userId: account.id, source: visit.source, agent: visit.headers.get('user-agent'), secondFactor: how.secondFactor, secure: isSecure(visit) }, now)
    await note(tx, account.tenantId, session.actor, now, { action: 'accounts.signed-in', subject: { kind: 'account', id: account.id }, data: { ...how, knownDevice: known !== undefined } })
    return begun
  })
  return [cookie, knowDevice(keys, account.username, known, now, isSecure(visit))]
}

interface AccountRow {
  readonly id: string
  readonly tenant_id: string
  readonly person_id: string | null
  readonly name: string
  readonly username: string
}

/** The row of an account that signs in. */
export function accountRow(db: AccountsServices['db']) {
  return db.selectFrom('accounts_user as u').select(['u.id', 'u.tenant_id', 'u.person_id', 'u.name', 'u.username'])
}

export function accountOf(row: AccountRow): SigningIn {
  return { id: row.id as AccountId, tenantId: row.tenant_id as TenantId, personId: row.person_id as PersonId | null, name: row.name, username: row.username }
}
