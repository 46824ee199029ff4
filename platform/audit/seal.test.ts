import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import fc from 'fast-check'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { asId, type TenantId } from '#kernel/id.ts'
import { createDatabase, inTenant, readerOf } from '#platform/db/database.ts'
import { applicationRole } from '#platform/db/migrate.ts'
import { createPool } from '#platform/db/pool.ts'
import { testDatabase } from '#tests/setup/test-database.ts'
import { entryHash, genesis, linkHash } from './canonical.ts'
import { contentOf, selectEntries } from './entry-rows.ts'
import { keepSealing } from './keep-sealing.ts'
import { writeLedger, type LedgerFact } from './ledger.ts'
import { countUnsealed, loadHead, sealTenant } from './seal.ts'

const database = await testDatabase(import.meta)
const pool = createPool({ url: database.ownerUrl }, { max: 8, role: applicationRole })
const db = createDatabase(pool)
const otherPool = createPool({ url: database.ownerUrl }, { max: 4, role: applicationRole })
const otherServer = createDatabase(otherPool)
const owner = new pg.Client({ connectionString: database.ownerUrl })
await owner.connect()
after(async () => {
  await pool.end()
  await otherPool.end()
  await owner.end()
})

async function newTenant(): Promise<TenantId> {
  const id = asId<'tenant'>(randomUUID())
  await owner.query(`insert into tenant (id, name, created_at) values ($1, 'Xã', now())`, [id])
  return id
}

function write(tenantId: TenantId, fact: Partial<LedgerFact> = {}, reply?: unknown): Promise<void> {
  const context = { tenantId, actor: null, now: new Date(), entryId: uuidv7(), request: { id: randomUUID(), print: 'a'.repeat(64) } }
  return inTenant(db, tenantId, 'write', (tx) => writeLedger(tx, context, { action: 'test.done', subject: { kind: 'thing', id: '1' }, ...fact }, reply))
}

interface LinkRow {
  readonly seq: number
  readonly entry_id: string
  readonly entry_hash: string
  readonly hash: string
}

async function chainOf(tenantId: TenantId): Promise<LinkRow[]> {
  const { rows } = await owner.query<LinkRow>(`select seq, entry_id, encode(entry_hash, 'hex') as entry_hash, encode(hash, 'hex') as hash from ledger_link where tenant_id = $1 order by seq`, [tenantId])
  return rows
}

/** Fails unless the chain is whole and seals every entry once. */
async function assertWhole(tenantId: TenantId, entries: number): Promise<void> {
  const chain = await chainOf(tenantId)
  assert.equal(chain.length, entries)
  assert.equal(new Set(chain.map((link) => link.entry_id)).size, entries)
  let previous = genesis
  for (const [at, link] of chain.entries()) {
    assert.equal(link.seq, at + 1)
    assert.equal(link.hash, linkHash({ tenant: tenantId, seq: link.seq, entry: link.entry_id, entryHash: link.entry_hash, previous }))
    previous = link.hash
  }
}

test('whatever an entry says, the hash written with it is the hash of what the database gives back', async () => {
  const tenantId = await newTenant()
  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value).replaceAll(String.raw`\u0000`, '')) as unknown)
  await fc.assert(
    fc.asyncProperty(json, json, async (data, reply) => {
      if (!JSON.stringify([data, reply]).isWellFormed()) return
      await write(tenantId, { data: { data, when: new Date(0), nothing: undefined } }, reply)
    }),
    { numRuns: 150 },
  )
  const rows = await inTenant(db, tenantId, 'read', (tx) => selectEntries(readerOf(tx), tenantId).execute())
  assert.ok(rows.length > 100)
  for (const row of rows) assert.equal(row.hash, entryHash(contentOf(tenantId, row)), JSON.stringify(row))
})

test('sealing chains every committed entry once, oldest first, and finds nothing to do the second time', async () => {
  const tenantId = await newTenant()
  for (let i = 0; i < 5; i++) await write(tenantId)
  assert.equal(await sealTenant(db, tenantId, null, new Date()), 5)
  assert.equal(await sealTenant(db, tenantId, null, new Date()), 0)
  await write(tenantId)
  assert.deepEqual(await inTenant(db, tenantId, 'read', async (tx) => (await countUnsealed(readerOf(tx), tenantId)).entries), 1)
  assert.equal(await sealTenant(db, tenantId, new Date(Date.now() - 60_000), new Date()), 1)
  await assertWhole(tenantId, 6)
  const head = await inTenant(db, tenantId, 'read', (tx) => loadHead(readerOf(tx), tenantId))
  assert.deepEqual([head.seq, head.hash], [6, (await chainOf(tenantId))[5]?.hash])
})

test('more entries than one transaction takes are sealed in one go', async () => {
  const tenantId = await newTenant()
  await owner.query(
    `insert into ledger_entry (tenant_id, id, at, action, subject_kind, subject_id, data)
     select $1, uuidv7(), now(), 'old.entry', 'thing', n::text, '{}' from generate_series(1, 4500) n`,
    [tenantId],
  )
  assert.equal(await sealTenant(db, tenantId, null, new Date()), 4500)
  await assertWhole(tenantId, 4500)
})

test('an entry from before the chain is sealed as it stands', async () => {
  const tenantId = await newTenant()
  await owner.query(`insert into ledger_entry (tenant_id, id, at, action, subject_kind, subject_id, data) values ($1, $2, now(), 'old.entry', 'thing', '1', '{"a": 1.50}')`, [tenantId, uuidv7()])
  await sealTenant(db, tenantId, null, new Date())
  const rows = await inTenant(db, tenantId, 'read', (tx) => selectEntries(readerOf(tx), tenantId).execute())
  assert.equal((await chainOf(tenantId))[0]?.entry_hash, entryHash(contentOf(tenantId, rows[0]!)))
})

test('two servers seal at once while entries are written: one chain, every entry once', async () => {
  const tenantId = await newTenant()
  let writing = true
  const seal = async (server: typeof db): Promise<void> => {
    while (writing) await sealTenant(server, tenantId, null, new Date())
  }
  const sealers = [seal(db), seal(otherServer), seal(otherServer)]
  await Promise.all(Array.from({ length: 6 }, async () => {
    for (let i = 0; i < 40; i++) await write(tenantId)
  }))
  writing = false
  await Promise.all(sealers)
  await sealTenant(db, tenantId, null, new Date())
  await assertWhole(tenantId, 240)
})

test('a sealer killed in the middle leaves no half link, and the next one goes on', async () => {
  const tenantId = await newTenant()
  let [written, killed] = [0, 0]
  for (let round = 0; round < 25; round++) {
    for (let i = 0; i < 4; i++, written++) await write(tenantId)
    const sealing = sealTenant(otherServer, tenantId, null, new Date()).catch(() => 0)
    await new Promise((resolve) => setTimeout(resolve, round / 4))
    const hit = await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like '%ledger_link%' and pid <> pg_backend_pid() and state <> 'idle'`)
    killed += hit.rowCount ?? 0
    await sealing
    const chain = await chainOf(tenantId)
    await assertWhole(tenantId, chain.length)
  }
  assert.ok(killed > 0, 'nobody was killed')
  await sealTenant(db, tenantId, null, new Date())
  await assertWhole(tenantId, written)
})

test('in the background an entry is sealed within a second and a half, also one another server left behind, and stopping seals the rest', async () => {
  const tenantId = await newTenant()
  await owner.query(`insert into ledger_entry (tenant_id, id, at, action, subject_kind, subject_id, data) values ($1, $2, now(), 'left.behind', 'thing', '1', '{}')`, [tenantId, uuidv7()])
  const problems: unknown[] = []
  const sealing = keepSealing(db, (error) => problems.push(error))
  await write(tenantId)
  const start = performance.now()
  while ((await chainOf(tenantId)).length < 2 && performance.now() - start < 5_000) await new Promise((resolve) => setTimeout(resolve, 20))
  const took = performance.now() - start
  await write(tenantId)
  await sealing.stop()
  await assertWhole(tenantId, 3)
  assert.deepEqual(problems, [])
  assert.ok(took < 1_500, `${took} ms`)
})

for (const table of ['ledger_entry', 'ledger_link', 'ledger_anchor', 'ledger_timestamp', 'ledger_tree', 'ledger_leaf']) {
  for (const statement of [`update ${table} set tenant_id = tenant_id`, `delete from ${table}`, `truncate ${table} cascade`, `drop table ${table}`, `alter table ${table} disable row level security`, `alter table ${table} add column x int`, `drop policy by_tenant on ${table}`, `create rule r as on insert to ${table} do instead nothing`, `grant delete on ${table} to public`]) {
    test(`the application role is refused: ${statement}`, async () => {
      const client = await pool.connect()
      try {
        // A grant without the right to grant changes nothing and only warns.
        if (statement.startsWith('grant')) {
          await client.query(statement).catch(() => undefined)
          await assert.rejects(client.query(`delete from ${table}`), { code: '42501' })
        } else await assert.rejects(client.query(statement), { code: '42501' })
      } finally {
        client.release()
      }
    })
  }
}
