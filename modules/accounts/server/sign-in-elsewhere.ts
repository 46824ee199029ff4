import { refuse } from '#kernel/refusal.ts'
import type { TenantId } from '#kernel/id.ts'
import { inTenant, readerOf } from '#platform/db/database.ts'
import { personOfCode } from '#modules/organisation/server/index.ts'
import { beginChallenge, takeChallenge } from './challenge.ts'
import { dropCookie, elsewhereCookie, readCookie, setCookie } from './cookies.ts'
import type { Elsewhere, Journey, Vouched } from './elsewhere.ts'
import { isSecure, note, type AccountsServices, type Visit } from './services.ts'
import { accountOf, accountRow, afterFirstFactor, finishSignIn, type SigningIn, type Step } from './sign-in.ts'

function providerOf({ elsewhere }: AccountsServices): Elsewhere {
  return elsewhere ?? refuse('accounts.elsewhere.off')
}

/** Begins a sign-in at the provider: where to go, and the cookie that proves on return that it began here. */
export async function leaveForElsewhere(services: AccountsServices, visit: Visit): Promise<{ address: string; cookies: string[] }> {
  const { address, journey } = await providerOf(services).leave(visit.origin)
  const token = await beginChallenge(services.db, { kind: 'elsewhere', userId: null, value: { ...journey } }, visit.now)
  return { address, cookies: [setCookie(elsewhereCookie, token, { seconds: 600, secure: isSecure(visit) })] }
}

/** Finishes it: the account linked earlier, or the one the chosen claim names, is signed in. Nobody gets an account this way. */
export async function comeBackFromElsewhere(services: AccountsServices, query: string, visit: Visit): Promise<Step> {
  const provider = providerOf(services)
  const challenge = await takeChallenge(services.db, readCookie(visit.headers.get('cookie'), elsewhereCookie), 'elsewhere', visit.now)
  if (challenge === undefined) refuse('accounts.challenge.over')
  const vouched = await provider.comeBack(query, challenge.value as unknown as Journey)
  const account = (await linkedAccount(services, vouched)) ?? (await linkByClaim(services, provider, vouched, visit.now)) ?? refuse('accounts.elsewhere.unknown')
  const step = vouched.secondFactor
    ? { cookies: await finishSignIn(services, account, { way: 'elsewhere', secondFactor: true }, visit), secondFactor: [] }
    : await afterFirstFactor(services, account, 'elsewhere', visit)
  return { ...step, cookies: [...step.cookies, dropCookie(elsewhereCookie)] }
}

async function linkedAccount({ db }: AccountsServices, { issuer, subject }: Vouched): Promise<SigningIn | undefined> {
  const row = await accountRow(db).innerJoin('accounts_elsewhere as e', 'e.user_id', 'u.id').where('e.issuer', '=', issuer).where('e.subject', '=', subject).executeTakeFirst()
  return row && accountOf(row)
}

/** Links the account the claim names, once; an account that belongs to another subject there stays with that one. */
async function linkByClaim(services: AccountsServices, provider: Elsewhere, vouched: Vouched, now: Date): Promise<SigningIn | undefined> {
  if (vouched.claim === undefined) return undefined
  const account = await (provider.matches === 'username' ? accountNamed(services, vouched.claim) : accountOfCode(services, vouched.claim))
  if (account === undefined) return undefined
  return inTenant(services.db, account.tenantId, 'write', async (tx) => {
    const linked = await tx
      .insertInto('accounts_elsewhere')
      .values({ issuer: vouched.issuer, subject: vouched.subject, user_id: account.id, linked_at: now })
      .onConflict((row) => row.doNothing())
      .returning('user_id')
      .executeTakeFirst()
    if (linked === undefined) return undefined
    await note(tx, account.tenantId, null, now, { action: 'accounts.linked-elsewhere', subject: { kind: 'account', id: account.id }, data: { issuer: vouched.issuer } })
    return account
  })
}

async function accountNamed({ db }: AccountsServices, name: string): Promise<SigningIn | undefined> {
  const row = await accountRow(db).where('u.username', '=', name.normalize('NFC').trim().toLowerCase()).executeTakeFirst()
  return row && accountOf(row)
}

/** The account of the person with this code; none when two committees use it. */
async function accountOfCode({ db }: AccountsServices, code: string): Promise<SigningIn | undefined> {
  const accounts: SigningIn[] = []
  for (const { id } of await db.selectFrom('tenant').select('id').execute()) {
    const tenantId = id as TenantId
    const personId = await inTenant(db, tenantId, 'read', (tx) => personOfCode(readerOf(tx), tenantId, code))
    const row = personId === undefined ? undefined : await accountRow(db).where('u.tenant_id', '=', tenantId).where('u.person_id', '=', personId).executeTakeFirst()
    if (row !== undefined) accounts.push(accountOf(row))
  }
  return accounts.length === 1 ? accounts[0] : undefined
}
