import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import { refuse } from '#kernel/refusal.ts'
import { inTenant, type Tx } from '#platform/db/database.ts'
import type { passkeyProof } from '../contract/shapes.ts'
import { attemptSucceeded, beginAttempt } from './attempts.ts'
import { takeChallenge } from './challenge.ts'
import { passkeyCookie, readCookie } from './cookies.ts'
import { passkeyOwner } from './passkeys.ts'
import { verifyPassword } from './password.ts'
import { attemptOf, note, type AccountsServices, type Visit } from './services.ts'
import { tokenHashOf } from './session.ts'
import { codeHolds } from './sign-in.ts'

export type Proof = { readonly password: string } | { readonly code: string } | { readonly proof: z.output<typeof passkeyProof> }

/** Proves again who is behind a session. A code or a passkey is a second factor too, and lifts what was withheld. */
export async function prove(services: AccountsServices, actor: Actor, given: Proof, visit: Visit): Promise<void> {
  const { db, keys, sessions } = services
  const { now } = visit
  const { username } = await db.selectFrom('accounts_user').where('id', '=', actor.accountId).select('username').executeTakeFirstOrThrow()
  const kind = 'password' in given ? 'password' : 'code'
  const attempt = attemptOf(keys, visit, username)
  await beginAttempt(db, attempt, kind, now)
  await inTenant(db, actor.tenantId, 'write', async (tx) => {
    await holds(tx, services, actor, given, visit)
    await tx
      .updateTable('accounts_session')
      .set({ proved_at: now, ...('password' in given ? {} : { second_factor_at: now }) })
      .where('user_id', '=', actor.accountId)
      .where('token_hash', '=', tokenHashOf(visit.headers) ?? '')
      .execute()
    await note(tx, actor.tenantId, actor, now, { action: 'accounts.proved', subject: { kind: 'account', id: actor.accountId }, data: { by: Object.keys(given)[0] } })
  })
  await attemptSucceeded(db, attempt, kind, now)
  sessions.forget()
}

async function holds(tx: Tx<'accounts'>, services: AccountsServices, actor: Actor, given: Proof, visit: Visit): Promise<void> {
  if ('password' in given) {
    const row = await tx.selectFrom('accounts_password').where('user_id', '=', actor.accountId).select('hash').executeTakeFirst()
    if (row === undefined || !(await verifyPassword(row.hash, given.password))) refuse('accounts.password.wrong')
  } else if ('code' in given) {
    if (!(await codeHolds(tx, services, actor.accountId, given.code, visit.now))) refuse('accounts.code.wrong')
  } else {
    const challenge = await takeChallenge(tx, readCookie(visit.headers.get('cookie'), passkeyCookie), 'passkey', visit.now)
    if (challenge === undefined) refuse('accounts.challenge.over')
    const owner = await passkeyOwner(tx, given.proof, String(challenge.value['challenge']), visit.origin, visit.now)
    if (owner !== actor.accountId) refuse('accounts.passkey.wrong')
  }
}
