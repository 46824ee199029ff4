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

/** An account whose password is hashed already. */
export type HashedAccount = Omit<NewAccount, 'password'> & { readonly passwordHash: string }

/**
 * Opens an account with its password and granted roles, in the caller's transaction, so that a set-up that fails
 * half-way leaves none. The rows are those the accounts library reads.
 */
export async function openAccount(tx: Tx<'accounts'>, account: NewAccount, now: Date, today: CalendarDate): Promise<AccountId> {
  return insertAccount(tx, { ...account, passwordHash: await hashPassword(account.password) }, now, today)
}

/** The rows of an account, in the caller's transaction. */
export async function insertAccount(tx: Tx<'accounts'>, account: HashedAccount, now: Date, today: CalendarDate): Promise<AccountId> {
  const id = asId<'account'>(uuidv7())
  const username = account.username.normalize('NFC').toLowerCase()
  await tx
    .insertInto('accounts_user')
    .values({
      id,
      tenant_id: account.tenantId,
      person_id: account.personId,
      name: account.displayName,
      email: username.includes('@') ? username : `${username}@thuocdo.invalid`,
      username,
      display_username: account.username,
      created_at: now,
      updated_at: now,
    })
    .execute()
  await tx
    .insertInto('accounts_credential')
    .values({ id: uuidv7(), user_id: id, account_id: id, provider_id: 'credential', password: account.passwordHash, created_at: now, updated_at: now })
    .execute()
  if (account.roles.length > 0) {
    await tx
      .insertInto('accounts_grant')
      .values(account.roles.map((given) => ({ tenant_id: account.tenantId, id: uuidv7(), account_id: id, role: given.role, unit_id: given.unitId, valid_from: today, valid_to: null })))
      .execute()
  }
  return id
}
