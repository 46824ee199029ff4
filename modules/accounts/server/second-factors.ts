import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { SecondFactorKind } from '../contract/routes.ts'

/** Second factors of an account. */
export interface SecondFactors {
  readonly totp: boolean
  readonly passkeys: number
  readonly recoveryLeft: number
}

/** What an account can prove itself with beside its password. */
export async function secondFactorsOf(db: Pick<Tx<'accounts'>, 'selectFrom'>, userId: string): Promise<SecondFactors> {
  const row = await db
    .selectFrom('accounts_user')
    .where('id', '=', userId)
    .select((user) => [
      user.exists(user.selectFrom('accounts_totp').where('user_id', '=', userId).where('confirmed_at', 'is not', null).select(sql`1`.as('one'))).as('totp'),
      user.selectFrom('accounts_passkey').where('user_id', '=', userId).select((key) => key.fn.countAll<string>().as('n')).as('passkeys'),
      user.selectFrom('accounts_recovery_code').where('user_id', '=', userId).where('used_at', 'is', null).select((code) => code.fn.countAll<string>().as('n')).as('codes'),
    ])
    .executeTakeFirst()
  return { totp: row?.totp === true, passkeys: Number(row?.passkeys ?? 0), recoveryLeft: Number(row?.codes ?? 0) }
}

/** The kinds that finish a sign-in; none when no second factor is in force. */
export function kindsOf({ totp, passkeys, recoveryLeft }: SecondFactors): SecondFactorKind[] {
  if (!totp && passkeys === 0) return []
  return [...(totp ? (['totp'] as const) : []), ...(passkeys > 0 ? (['passkey'] as const) : []), ...(recoveryLeft > 0 ? (['recovery'] as const) : [])]
}

/** Takes every second factor and recovery code of an account away. */
export async function dropSecondFactors(tx: Tx<'accounts'>, userId: string): Promise<void> {
  await tx.deleteFrom('accounts_totp').where('user_id', '=', userId).execute()
  await tx.deleteFrom('accounts_passkey').where('user_id', '=', userId).execute()
  await tx.deleteFrom('accounts_recovery_code').where('user_id', '=', userId).execute()
}
