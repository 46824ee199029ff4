import type { AccountId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/database.ts'
import { hashPassword, verifyPassword } from './password.ts'

/** Changes a password after proving the present one; every other session of the account ends. */
export async function changePassword(
  tx: Tx<'accounts'>,
  accountId: AccountId,
  input: { readonly current: string; readonly next: string },
  keepToken: string,
  now: Date,
): Promise<void> {
  const credential = await tx
    .selectFrom('accounts_credential')
    .where('user_id', '=', accountId)
    .where('provider_id', '=', 'credential')
    .select(['id', 'password'])
    .forUpdate()
    .executeTakeFirst()
  if (!credential?.password || !(await verifyPassword(credential.password, input.current))) refuse('accounts.password.wrong')
  await tx
    .updateTable('accounts_credential')
    .set({ password: await hashPassword(input.next), updated_at: now })
    .where('id', '=', credential.id)
    .execute()
  await tx.deleteFrom('accounts_session').where('user_id', '=', accountId).where('token', '<>', keepToken).execute()
}
