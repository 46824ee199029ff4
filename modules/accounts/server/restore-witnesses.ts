import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import { writeLedger } from '#platform/audit/ledger.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Keys } from './keys.ts'
import { verifyPassword } from './password.ts'
import { codeHolds } from './sign-in.ts'

/** Somebody who answers for a restore, by login name and password. */
export interface Witness {
  readonly username: string
  readonly password: string
}

/** The second factor of a witness who has one: how to ask for a code, and the keys of the backup that judge it. */
export interface Codes {
  readonly keys: Keys
  ask(username: string): Promise<string>
}

/** Why two people's word is not enough. */
export type WitnessProblem = 'same-person' | 'unknown' | 'no-administrator' | 'other-tenant' | 'wrong-code'

/** A restore that two competent people did not confirm. */
export class WitnessError extends Error {
  readonly problem: WitnessProblem
  readonly username: string

  constructor(problem: WitnessProblem, username = '') {
    super(`${problem}: ${username}`)
    this.name = 'WitnessError'
    this.problem = problem
    this.username = username
  }
}

interface Known {
  readonly id: string
  readonly tenantId: string
  readonly personId: string | null
  readonly roles: readonly string[]
}

/**
 * Two different people of one committee, of whom at least one is its administrator and the other its administrator,
 * officer or deciding authority, confirm with their passwords, and a code where their account has an authenticator,
 * that a backup takes the place of today's data. Their accounts are those of the backup. Every session the backup knew
 * ends, and the ledger says who confirmed and which backup it was. Throws {@link WitnessError}; `owner` reads all tenants.
 */
export async function confirmRestore(owner: Tx<'accounts'>, witnesses: readonly [Witness, Witness], codes: Codes, backup: { takenAt: string; program: string }, now: Date): Promise<void> {
  const [first, second] = [await recognise(owner, witnesses[0], codes, now), await recognise(owner, witnesses[1], codes, now)]
  if (first.id === second.id || (first.personId !== null && first.personId === second.personId)) throw new WitnessError('same-person', witnesses[1].username)
  if (first.tenantId !== second.tenantId) throw new WitnessError('other-tenant', witnesses[1].username)
  if (![first, second].some((known) => known.roles.includes('administrator'))) throw new WitnessError('no-administrator')
  await owner.transaction().execute(async (tx) => {
    await sql`delete from accounts_session`.execute(tx)
    const tenantId = first.tenantId as TenantId
    const fact = { action: 'platform.restored', subject: { kind: 'backup', id: backup.takenAt }, data: { program: backup.program, confirmedBy: [first.id, second.id] } } as const
    await writeLedger(tx, { tenantId, actor: null, now, entryId: uuidv7(), request: null }, fact, null)
  })
}

async function recognise(owner: Tx<'accounts'>, witness: Witness, codes: Codes, now: Date): Promise<Known> {
  const username = witness.username.normalize('NFC').trim().toLowerCase()
  const found = await owner
    .selectFrom('accounts_user as u')
    .innerJoin('accounts_password as p', 'p.user_id', 'u.id')
    .where('u.username', '=', username)
    .select(['u.id', 'u.tenant_id', 'u.person_id', 'p.hash'])
    .executeTakeFirst()
  if (found === undefined || !(await verifyPassword(found.hash, witness.password))) throw new WitnessError('unknown', witness.username)
  const today = vietnameseDay(now)
  const given = await owner
    .selectFrom('accounts_grant')
    .where('tenant_id', '=', found.tenant_id)
    .where('account_id', '=', found.id)
    .where('role', 'in', ['administrator', 'officer', 'decider'])
    .where('valid_from', '<=', today)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)]))
    .select('role')
    .execute()
  if (given.length === 0) throw new WitnessError('unknown', witness.username)
  const totp = await owner.selectFrom('accounts_totp').where('user_id', '=', found.id).where('confirmed_at', 'is not', null).select('user_id').executeTakeFirst()
  if (totp !== undefined) {
    const code = await codes.ask(witness.username)
    if (!(await owner.transaction().execute((tx) => codeHolds(tx, codes, found.id, code, now)))) throw new WitnessError('wrong-code', witness.username)
  }
  return { id: found.id, tenantId: found.tenant_id, personId: found.person_id, roles: given.map((row) => row.role) }
}
