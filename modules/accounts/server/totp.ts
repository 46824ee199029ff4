import { Secret, TOTP } from 'otpauth'
import { refuse } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Keys } from './keys.ts'

const period = 30
/** Telephones whose clock is half a minute off still work. */
const window = 1

/** A secret for an authenticator application, to be confirmed with a first code before it counts. Base32, and as the address in the QR code. */
export async function startTotp(tx: Tx<'accounts'>, keys: Keys, account: { readonly userId: string; readonly username: string; readonly issuer: string }, now: Date): Promise<{ secret: string; uri: string }> {
  const known = await tx.selectFrom('accounts_totp').where('user_id', '=', account.userId).select('confirmed_at').forUpdate().executeTakeFirst()
  if (known?.confirmed_at) refuse('accounts.totp.exists')
  const secret = new Secret({ size: 20 })
  const values = { secret: keys.seal(secret.base32), confirmed_at: null, last_step: 0, created_at: now }
  await tx
    .insertInto('accounts_totp')
    .values({ user_id: account.userId, ...values })
    .onConflict((row) => row.column('user_id').doUpdateSet(values))
    .execute()
  return { secret: secret.base32, uri: new TOTP({ issuer: account.issuer, label: account.username, secret, period }).toString() }
}

/** Whether the account's application gives this code now. A code works once, also for two requests at the same moment. */
export async function checkTotp(tx: Tx<'accounts'>, keys: Keys, userId: string, code: string, now: Date, which: 'confirmed' | 'unconfirmed' = 'confirmed'): Promise<boolean> {
  const row = await tx.selectFrom('accounts_totp').where('user_id', '=', userId).select(['secret', 'last_step', 'confirmed_at']).forUpdate().executeTakeFirst()
  if (row === undefined || (row.confirmed_at !== null) !== (which === 'confirmed')) return false
  const secret = keys.unseal(row.secret)
  if (secret === undefined) return false
  const timestamp = now.getTime()
  const delta = new TOTP({ secret: Secret.fromBase32(secret), period }).validate({ token: code, timestamp, window })
  if (delta === null) return false
  const step = Math.floor(timestamp / 1000 / period) + delta
  if (step <= row.last_step) return false
  await tx
    .updateTable('accounts_totp')
    .set({ last_step: step, ...(which === 'unconfirmed' ? { confirmed_at: now } : {}) })
    .where('user_id', '=', userId)
    .execute()
  return true
}
