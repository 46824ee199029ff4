import { randomInt } from 'node:crypto'
import type { Tx } from '#platform/db/database.ts'
import type { Keys } from './keys.ts'

const count = 10
// As on the slips: no sign that can be taken for another when read from paper.
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten new codes (mã khôi phục) in place of all earlier ones; each about 50 bits, readable here only. */
export async function newRecoveryCodes(tx: Tx<'accounts'>, keys: Keys, userId: string): Promise<string[]> {
  const group = (): string => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')
  const codes = Array.from({ length: count }, () => `${group()}-${group()}`)
  await tx.deleteFrom('accounts_recovery_code').where('user_id', '=', userId).execute()
  await tx
    .insertInto('accounts_recovery_code')
    .values(codes.map((code) => ({ user_id: userId, code_hash: printOf(keys, userId, code), used_at: null })))
    .execute()
  return codes
}

/** Uses one code up; false when it is none, or used. */
export async function recoveryCodeUsed(tx: Tx<'accounts'>, keys: Keys, userId: string, code: string, now: Date): Promise<boolean> {
  const used = await tx
    .updateTable('accounts_recovery_code')
    .set({ used_at: now })
    .where('user_id', '=', userId)
    .where('code_hash', '=', printOf(keys, userId, code))
    .where('used_at', 'is', null)
    .returning('user_id')
    .execute()
  return used.length === 1
}

function printOf(keys: Keys, userId: string, code: string): string {
  return keys.print(`${userId}\n${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
}
