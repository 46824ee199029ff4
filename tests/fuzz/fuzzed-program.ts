import { writeFile, mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { sql } from 'kysely'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import { asId, type TenantId } from '#kernel/id.ts'
import { Refusal } from '#kernel/refusal.ts'
import { grantedRoles } from '#modules/accounts/domain/roles.ts'
import { beginSession } from '#modules/accounts/server/begin-session.ts'
import { setUpTenant } from '#modules/accounts/server/set-up.ts'
import { sealTenant } from '#platform/audit/seal.ts'
import { verifyExport } from '#platform/audit/verify-export.ts'
import { exportLedger } from '#platform/audit/write-export.ts'
import { inTenant, readerOf, type Tx } from '#platform/db/database.ts'
import { accountsProgram, type AccountsProgram } from '#tests/setup/accounts-program.ts'
import { exportLines } from '#tests/setup/export-lines.ts'

const neighbour = asId<'tenant'>('0198a000-0000-7000-8000-00000000aaaa')
const neighbourName = 'Xã Bên Cạnh Không Ai Biết'

/** Somebody who sends requests: of the sample, of the neighbour committee, or nobody at all. */
export interface FuzzUser {
  readonly name: string
  /** Words of the other committee that no answer to this caller may hold. */
  readonly foreign: readonly string[]
  /** The cookie of a session; made anew when `renew` says that the last one ended. */
  cookie(renew: boolean): Promise<string | undefined>
}

/** The whole program on a port, with the sample, a neighbour committee and everybody signed in. */
export interface FuzzedProgram {
  readonly accounts: AccountsProgram
  readonly port: number
  readonly users: readonly FuzzUser[]
  /** What was thrown behind answers above 499, newest last. */
  readonly thrown: string[]
  /** Which of these requests the ledger knows as done. */
  readonly done: (requestIds: readonly string[]) => Promise<ReadonlySet<string>>
  /** What is wrong with the stored data: the ledger's chain from its first entry, and the neighbour's things. */
  readonly damage: () => Promise<string[]>
}

/** Starts it. */
export async function fuzzedProgram(meta: Pick<ImportMeta, 'filename'>): Promise<FuzzedProgram> {
  const accounts = await accountsProgram(meta)
  const { app, db } = accounts.program
  const thrown: string[] = []
  app.addHook('onError', (request, _reply, error, done) => {
    if (!(error instanceof Refusal) && ((error as { statusCode?: number }).statusCode ?? 500) >= 500) thrown.push(`${request.method} ${request.routeOptions.url}: ${error.stack}`)
    done()
  })
  const folder = await mkdtemp(join(tmpdir(), 'thuocdo-fuzz-'))
  after(() => rm(folder, { recursive: true, force: true }))
  const { tenant, other } = await makePeople(accounts)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const before = await thingsOf(accounts, other)
  return {
    accounts,
    port: (app.server.address() as AddressInfo).port,
    thrown,
    users: await usersOf(accounts, tenant, other),
    async done(requestIds) {
      const found = await Promise.all([tenant, other].map((id) => inTenant(db, id, 'read', (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', id).where('request_id', 'in', [...requestIds]).select('request_id').execute())))
      return new Set(found.flat().flatMap((row) => row.request_id ?? []))
    },
    async damage() {
      const faults: string[] = []
      for (const id of [tenant, other]) {
        await sealTenant(db, id, null, accounts.clock.now)
        const exported = await inTenant(db, id, 'read', (tx) => exportLedger(readerOf(tx), id, 1, accounts.clock.now))
        if (exported === undefined) faults.push('nothing was sealed')
        else {
          const file = join(folder, `${id}.zip`)
          await writeFile(file, exported.bytes)
          const { broken } = await verifyExport(await exportLines(file))
          if (broken !== null) faults.push(`the ledger is broken: ${JSON.stringify(broken)}`)
        }
      }
      const now = await thingsOf(accounts, other)
      // Its own officer is one of the callers and may add to it; nobody may take away.
      for (const [table, count] of Object.entries(before)) if ((now[table] ?? 0) < count) faults.push(`the other committee lost rows of ${table}`)
      return faults
    },
  }
}

/** A neighbour committee with its officer, and every granted role for the chair of the sample. */
async function makePeople({ program, clock, password }: AccountsProgram): Promise<{ tenant: TenantId; other: TenantId }> {
  const { db } = program
  const today = vietnameseDay(clock.now)
  const { id } = await db.selectFrom('tenant').select('id').executeTakeFirstOrThrow()
  const tenant = asId<'tenant'>(id)
  await inTenant(db, neighbour, 'write', (tx) => setUpTenant(tx as unknown as Tx<'accounts' | 'organisation'>, { tenantId: neighbour, committeeName: neighbourName, fullName: 'Người Láng Giềng', username: 'langgieng', password }, clock.now, today))
  const chair = await db.selectFrom('accounts_user').where('username', '=', 'chutich').select('id').executeTakeFirstOrThrow()
  await inTenant(db, tenant, 'write', (tx) =>
    tx
      .insertInto('accounts_grant')
      .values(grantedRoles.map((role, at) => ({ tenant_id: tenant, id: `0198a000-0000-7000-8000-00000000bbb${at}`, account_id: chair.id, role, unit_id: null, valid_from: today, valid_to: null })))
      .execute(),
  )
  return { tenant, other: neighbour }
}

async function usersOf({ program, clock }: AccountsProgram, tenant: TenantId, other: TenantId): Promise<FuzzUser[]> {
  const { db } = program
  const rows = await db.selectFrom('accounts_user').select(['id', 'username', 'tenant_id']).orderBy('username').execute()
  const { name } = await db.selectFrom('tenant').where('id', '=', tenant).select('name').executeTakeFirstOrThrow()
  const foreign = [other, neighbourName, 'Láng Giềng']
  const people = rows.map((row): FuzzUser => {
    let cookie: string | undefined
    return {
      name: row.username,
      foreign: row.tenant_id === tenant ? foreign : [tenant, name],
      async cookie(renew) {
        if (cookie !== undefined && !renew) return cookie
        const set = await inTenant(db, asId<'tenant'>(row.tenant_id), 'write', (tx) => beginSession(tx, { userId: row.id, source: '127.0.0.1', agent: null, secondFactor: true, secure: false }, clock.now))
        cookie = set.split(';')[0]
        return cookie
      },
    }
  })
  const nobody: FuzzUser = { name: 'nobody', foreign, cookie: () => Promise.resolve(undefined) }
  const forger: FuzzUser = { name: 'forger', foreign, cookie: () => Promise.resolve(`thuocdo.session_token=${'A'.repeat(43)}`) }
  return [...people, nobody, forger]
}

/** Rows of a committee by table, of those that acts write. */
async function thingsOf({ program }: AccountsProgram, tenantId: TenantId): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of ['ledger_entry', 'organisation_unit', 'organisation_person', 'organisation_post', 'organisation_holding', 'accounts_grant']) {
    const found = await inTenant(program.db, tenantId, 'read', (tx) => sql<{ rows: string }>`select count(*) as rows from ${sql.table(table)} where tenant_id = ${tenantId}`.execute(tx))
    counts[table] = Number(found.rows[0]?.rows ?? 0)
  }
  return counts
}
