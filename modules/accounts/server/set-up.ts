import { sql, type Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Owned } from '#database/owned.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { AccountId, TenantId } from '#kernel/id.ts'
import { foundCommittee } from '#modules/organisation/server/index.ts'
import { writeLedger } from '#platform/audit/ledger.ts'
import type { Tx } from '#platform/db/database.ts'
import { openAccount } from './open-account.ts'

const setUpLock = 335_2026

/** Whether any committee uses this database yet. */
export async function tenantExists(db: Kysely<Owned<'accounts'>>): Promise<boolean> {
  return (await db.selectFrom('tenant').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Runs the first set-up alone: two browsers that send the form at once make one committee. */
export async function lockSetUp<Result>(db: Kysely<Owned<'accounts'>>, work: () => Promise<Result>): Promise<Result> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${setUpLock})`.execute(connection)
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(${setUpLock})`.execute(connection)
    }
  })
}

/** What the first officer types. */
export interface SetUpInput {
  readonly tenantId: TenantId
  readonly committeeName: string
  readonly fullName: string
  readonly username: string
  readonly password: string
}

/** The committee, its root unit, its first officer and that officer's account, all or nothing. */
export async function setUpTenant(tx: Tx<'accounts' | 'organisation'>, input: SetUpInput, now: Date, today: CalendarDate): Promise<AccountId> {
  await tx.insertInto('tenant').values({ id: input.tenantId, name: input.committeeName, created_at: now }).execute()
  const { unitId, personId } = await foundCommittee(tx, {
    tenantId: input.tenantId,
    name: input.committeeName,
    officerName: input.fullName,
    today,
  })
  const accountId = await openAccount(
    tx,
    {
      tenantId: input.tenantId,
      personId,
      displayName: input.fullName,
      username: input.username,
      password: input.password,
      roles: [
        { role: 'administrator', unitId: null },
        { role: 'officer', unitId: null },
      ],
    },
    now,
    today,
  )
  await writeLedger(
    tx,
    { tenantId: input.tenantId, actor: null, now, entryId: uuidv7(), request: null },
    { action: 'accounts.set-up', subject: { kind: 'tenant', id: input.tenantId }, data: { accountId, unitId } },
    undefined,
  )
  return accountId
}
