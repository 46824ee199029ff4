import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, afterEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { CompiledQuery, sql, type Kysely } from 'kysely'
import pg from 'pg'
import type { Database } from '#database/types.ts'
import { asId, type TenantId } from '#kernel/id.ts'
import { testDatabase } from '#tests/setup/test-database.ts'
import { createDatabase, inTenant, writeAtOnce, type Statement } from './database.ts'
import { sqlStateOf } from './errors.ts'
import { applicationRole } from './migrate.ts'
import { createPool } from './pool.ts'

const connections = 4
const database = await testDatabase(import.meta)
const pool = createPool({ url: database.ownerUrl }, { max: connections, role: applicationRole })
const db = createDatabase(pool)
const owner = new pg.Client({ connectionString: database.ownerUrl })
await owner.connect()

const commune = asId<'tenant'>(randomUUID())
const neighbour = asId<'tenant'>(randomUUID())
for (const id of [commune, neighbour]) await owner.query(`insert into tenant (id, name, created_at) values ($1, 'Xã', now())`, [id])
await owner.query(`create table deferred_rule (id int primary key, after int references deferred_rule (id) deferrable initially deferred);
  grant all on deferred_rule to ${applicationRole}`)

after(async () => {
  await pool.end()
  await owner.end()
})

afterEach(async () => {
  await settled()
  const { rows } = await owner.query<{ state: string }>(`select state from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and backend_type = 'client backend'`)
  assert.deepEqual(rows, [], 'no transaction is left open')
  assert.equal(pool.idleCount, pool.totalCount, 'every connection was given back')
})

/** Waits until the ends of reading transactions, which nobody waits for, have arrived. */
async function settled(): Promise<void> {
  for (let i = 0; i < 200 && (pool.idleCount !== pool.totalCount || pool.waitingCount > 0); i++) await sleep(5)
}

function entry(tenantId: TenantId, action = 'test.done', requestId: string | null = null): Statement {
  return {
    text: `insert into ledger_entry (tenant_id, id, at, request_id, action, subject_kind, subject_id, data) values ($1, $2, now(), $3, $4, 'test', '', '{}')`,
    values: [tenantId, randomUUID(), requestId, action],
  }
}

const write = (tx: Kysely<Database>, statement: Statement) => tx.executeQuery(CompiledQuery.raw(statement.text, [...statement.values]))
const pidOf = async (tx: Kysely<Database>) => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)).rows[0]?.pid ?? 0
const tenantSeen = async (tx: Kysely<Database>) => (await sql<{ id: string | null }>`select nullif(current_setting('app.tenant_id', true), '') as id`.execute(tx)).rows[0]?.id
const actions = async (action: string) => (await owner.query('select 1 from ledger_entry where action = $1', [action])).rowCount

test('a transaction sees its tenant only, from its first statement on', async () => {
  await inTenant(db, commune, 'write', (tx) => write(tx, entry(commune, 'test.mine')))
  const mine = await inTenant(db, commune, 'read', (tx) => tx.selectFrom('ledger_entry').select('action').execute())
  const theirs = await inTenant(db, neighbour, 'read', (tx) => tx.selectFrom('ledger_entry').select('action').execute())
  assert.deepEqual([mine.length, theirs.length], [1, 0])
})

test('an entry for another tenant is refused by the database', async () => {
  await assert.rejects(inTenant(db, neighbour, 'write', (tx) => write(tx, entry(commune, 'test.smuggled'))), /row-level security/)
  assert.equal(await actions('test.smuggled'), 0)
})

test('work that throws leaves nothing behind and its error comes back unchanged', async () => {
  const refusal = new Error('nay')
  await assert.rejects(
    inTenant(db, commune, 'write', async (tx) => {
      await write(tx, entry(commune, 'test.thrown'))
      throw refusal
    }),
    (error) => error === refusal,
  )
  assert.equal(await actions('test.thrown'), 0)
})

test('work that throws before any statement gives the connection back', async () => {
  for (let i = 0; i < connections * 2; i++) await assert.rejects(inTenant(db, commune, 'write', () => Promise.reject(new Error('nay'))), /nay/)
})

test('a last statement that cannot even be made gives the connection back', async () => {
  for (let i = 0; i < connections * 2; i++) {
    const done = inTenant(db, commune, 'write', (tx) => write(tx, entry(commune, 'test.unmade')), () => {
      throw new TypeError('circular')
    })
    await assert.rejects(done, /circular/)
  }
  assert.equal(await actions('test.unmade'), 0)
})

test('a last statement that fails undoes the work, and the next user is not concerned', async () => {
  const requestId = randomUUID()
  const once = () => inTenant(db, commune, 'write', (tx) => write(tx, entry(commune, 'test.twice')), () => entry(commune, 'test.last', requestId))
  await once()
  await assert.rejects(once(), (error) => sqlStateOf(error) === '23505')
  assert.deepEqual([await actions('test.twice'), await actions('test.last')], [1, 1])
  assert.equal(await inTenant(db, neighbour, 'read', tenantSeen), neighbour)
})

test('a rule checked at the commit fails the call and undoes the last statement too', async () => {
  const before = pool.totalCount
  const done = inTenant(db, commune, 'write', (tx) => sql`insert into deferred_rule (id, after) values (1, 99)`.execute(tx), () => entry(commune, 'test.deferred'))
  await assert.rejects(done, (error) => sqlStateOf(error) === '23503')
  assert.equal(await actions('test.deferred'), 0)
  assert.equal(pool.totalCount, before, 'the connection is sound and stays')
  assert.equal((await owner.query('select 1 from deferred_rule')).rowCount, 0)
})

test('an error that the work swallowed is not answered as done', async () => {
  const done = inTenant(db, commune, 'write', async (tx) => {
    await write(tx, entry(commune, 'test.swallowed'))
    await sql`select 1 / 0`.execute(tx).catch(() => undefined)
  })
  await assert.rejects(done, /rolled back/)
  assert.equal(await actions('test.swallowed'), 0)
})

test('a statement sent as a whole transaction is kept, says how many rows it wrote, and leaves no tenant behind', async () => {
  assert.equal(await writeAtOnce(db, commune, entry(commune, 'test.at-once')), 1)
  assert.equal(await writeAtOnce(db, commune, { text: 'update ledger_entry set data = data where tenant_id = $1 and false', values: [commune] }).catch(sqlStateOf), '42501')
  assert.equal(await writeAtOnce(db, commune, { text: `insert into ledger_entry select * from ledger_entry where tenant_id = $1 and action = 'none'`, values: [commune] }), 0)
  assert.equal(await actions('test.at-once'), 1)
  assert.equal((await pool.query<{ tenant: string }>(`select current_setting('app.tenant_id', true) as tenant`)).rows[0]?.tenant ?? '', '')
})

test('a statement sent as a whole transaction that breaks a rule, or is another tenant’s, fails and concerns nobody else', async () => {
  const requestId = randomUUID()
  await writeAtOnce(db, commune, entry(commune, 'test.at-once-twice', requestId))
  await assert.rejects(writeAtOnce(db, commune, entry(commune, 'test.at-once-twice', requestId)), (error) => sqlStateOf(error) === '23505')
  await assert.rejects(writeAtOnce(db, neighbour, entry(commune, 'test.at-once-twice')), /row-level security/)
  await assert.rejects(writeAtOnce(db, commune, { text: 'select pg_terminate_backend(pg_backend_pid()), $1::uuid', values: [commune] }))
  await assert.rejects(writeAtOnce(db, asId<'tenant'>(`${commune}'; set role postgres; --`), entry(commune)), RangeError)
  assert.equal(await actions('test.at-once-twice'), 1)
  assert.equal(await inTenant(db, neighbour, 'read', tenantSeen), neighbour)
})

test('a reading transaction cannot write', async () => {
  await assert.rejects(inTenant(db, commune, 'read', (tx) => write(tx, entry(commune, 'test.sly'))), (error) => sqlStateOf(error) === '25006')
  assert.equal(await actions('test.sly'), 0)
})

test('a statement after the end throws, made in time or late, in a reading or a writing transaction', async () => {
  for (const mode of ['read', 'write'] as const) {
    const kept = await inTenant(db, commune, mode, (tx) => Promise.resolve({ tx, compiled: sql`select 1`.compile(tx) }))
    await assert.rejects(pidOf(kept.tx), /after the end/)
    await assert.rejects(kept.tx.executeQuery(kept.compiled), /after the end/)
    await assert.rejects(write(kept.tx, entry(commune, 'test.late')), /after the end/)
  }
  assert.equal(await actions('test.late'), 0)
})

test('a forgotten await does not write outside the transaction', async () => {
  let forgotten: Promise<PromiseSettledResult<unknown>[]> | undefined
  const ended = Promise.withResolvers<void>()
  await inTenant(db, commune, 'write', (tx) => {
    forgotten = Promise.allSettled([write(tx, entry(commune, 'test.forgotten')), ended.promise.then(() => write(tx, entry(commune, 'test.forgotten')))])
    return Promise.resolve()
  })
  ended.resolve()
  const [atOnce, late] = (await forgotten) ?? []
  assert.equal(late?.status, 'rejected')
  assert.equal(await actions('test.forgotten'), atOnce?.status === 'fulfilled' ? 1 : 0)
})

test('a part that fails among several sent together does not let a slower one write on', async () => {
  const slow: Promise<unknown>[] = []
  await assert.rejects(
    inTenant(db, commune, 'write', (tx) => {
      slow.push(pidOf(tx).then(() => pidOf(tx)).then(() => write(tx, entry(commune, 'test.slow'))))
      return Promise.all([sql`select 1 / 0`.execute(tx), ...slow])
    }),
    /division by zero/,
  )
  await Promise.allSettled(slow)
  assert.equal(await actions('test.slow'), 0)
})

test('a connection lost in the middle fails this call only, and the program lives on', async () => {
  for (const mode of ['read', 'write'] as const) {
    const lost = inTenant(db, commune, mode, async (tx) => {
      await owner.query('select pg_terminate_backend($1)', [await pidOf(tx)])
      await sleep(20)
      return pidOf(tx)
    })
    await assert.rejects(lost)
    assert.equal(await inTenant(db, neighbour, mode, tenantSeen), neighbour)
  }
})

test('a connection lost while a statement runs fails this call only', async () => {
  const lost = inTenant(db, commune, 'write', async (tx) => {
    const pid = await pidOf(tx)
    const running = sql`select pg_sleep(5)`.execute(tx)
    await Promise.all([running, owner.query('select pg_terminate_backend($1)', [pid])])
  })
  await assert.rejects(lost)
  assert.equal(await inTenant(db, commune, 'read', tenantSeen), commune)
})

test('a connection lost before the commit is never answered as done', async () => {
  const lost = inTenant(db, commune, 'write', async (tx) => {
    await write(tx, entry(commune, 'test.uncommitted'))
    await owner.query('select pg_terminate_backend($1, 1000)', [await pidOf(tx)])
  }, () => entry(commune, 'test.uncommitted'))
  await assert.rejects(lost)
  assert.equal(await actions('test.uncommitted'), 0)
})

test('connections lost while idle are replaced', async () => {
  await settled()
  await owner.query(`select pg_terminate_backend(pid, 1000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`)
  await sleep(20)
  assert.equal(await inTenant(db, commune, 'read', tenantSeen), commune)
})

test('a hundred transactions over four connections each see their own tenant, whatever the one before did', async () => {
  const tasks = Array.from({ length: 100 }, async (_, i) => {
    const tenantId = i % 2 === 0 ? commune : neighbour
    if (i % 5 === 4) return inTenant(db, tenantId, 'write', (tx) => sql`select 1 / 0`.execute(tx)).catch(() => tenantId)
    if (i % 7 === 6) return inTenant(db, tenantId, 'write', tenantSeen, () => ({ text: 'select $1::int', values: ['x'] })).catch(() => tenantId)
    return inTenant(db, tenantId, i % 3 === 0 ? 'read' : 'write', tenantSeen)
  })
  assert.deepEqual(await Promise.all(tasks), tasks.map((_, i) => (i % 2 === 0 ? commune : neighbour)))
})

test('a connection comes back without a tenant', async () => {
  await inTenant(db, commune, 'write', (tx) => write(tx, entry(commune)))
  await inTenant(db, commune, 'read', tenantSeen)
  await settled()
  for (let i = 0; i < connections; i++) {
    const { rows } = await pool.query<{ tenant: string; count: number }>(`select current_setting('app.tenant_id', true) as tenant, (select count(*)::int from ledger_entry) as count`)
    assert.deepEqual([rows[0]?.tenant ?? '', rows[0]?.count], ['', 0])
  }
})

test('what is not a tenant id never reaches the database', async () => {
  await assert.rejects(inTenant(db, asId<'tenant'>(`${commune}'; set role postgres; --`), 'write', tenantSeen), RangeError)
})
