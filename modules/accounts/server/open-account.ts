import { v7 as uuidv7 } from 'uuid'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { asId, type AccountId, type PersonId, type TenantId } from '#kernel/id.ts'
import type { Tx } from '#platform/db/database.ts'
import type { GivenRole } from '../domain/grants.ts'
import { hashPassword } from './password.ts'

/** What an account is opened with. */
export interface NewAccount {
  readonly tenantId: TenantId
  readonly personId: PersonId | null
  readonly displayName: string
  readonly username: string
  readonly password: string
  readonly roles: readonly GivenRole[]
}

/** An account whose password is hashed already; without one until an invitation is taken up. */
export type HashedAccount = Omit<NewAccount, 'password'> & { readonly passwordHash: string | null }

/**
 * Opens an account with its password and granted roles, in the caller's transaction, so that a set-up that fails
 * half-way leaves none.
 */
export async function openAccount(tx: Tx<'accounts'>, account: NewAccount, now: Date, today: CalendarDate): Promise<AccountId> {
  return insertAccount(tx, { ...account, passwordHash: await hashPassword(account.password) }, now, today)
}

/** The rows of an account, in the caller's transaction. */
export async function insertAccount(tx: Tx<'accounts'>, account: HashedAccount, now: Date, today: CalendarDate): Promise<AccountId> {
  const id = asId<'account'>(uuidv7())
  const username = account.username.normalize('NFC').toLowerCase()
  await tx.insertInto('accounts_user').values({ id, tenant_id: account.tenantId, person_id: account.personId, name: account.displayName, username, created_at: now }).execute()
  if (account.passwordHash !== null) await tx.insertInto('accounts_password').values({ user_id: id, hash: account.passwordHash, changed_at: now }).execute()
  if (account.roles.length > 0) {
    await tx
      .insertInto('accounts_grant')
      .values(account.roles.map((given) => ({ tenant_id: account.tenantId, id: uuidv7(), account_id: id, role: given.role, unit_id: given.unitId, valid_from: today, valid_to: null })))
      .execute()
  }
  return id
}
