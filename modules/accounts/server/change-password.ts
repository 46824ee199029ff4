import type { AccountId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/database.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { endOtherSessions } from './security.ts'

/** Changes a password after proving the present one; every other session of the account ends. */
export async function changePassword(
  tx: Tx<'accounts'>,
  accountId: AccountId,
  input: { readonly current: string; readonly next: string },
  keepHash: string,
  now: Date,
): Promise<void> {
  const row = await tx.selectFrom('accounts_password').where('user_id', '=', accountId).select('hash').forUpdate().executeTakeFirst()
  if (row === undefined || !(await verifyPassword(row.hash, input.current))) refuse('accounts.password.wrong')
  await setPassword(tx, accountId, await hashPassword(input.next), now)
  await endOtherSessions(tx, accountId, keepHash)
}

/** Puts a hashed password in force, the account's first or another one. */
export async function setPassword(tx: Tx<'accounts'>, userId: string, hash: string, now: Date): Promise<void> {
  await tx
    .insertInto('accounts_password')
    .values({ user_id: userId, hash, changed_at: now })
    .onConflict((row) => row.column('user_id').doUpdateSet({ hash, changed_at: now }))
    .execute()
}
