import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { freshDatabase, testDatabase } from './test-database.ts'

const db = await testDatabase(import.meta)

async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

test('a test file gets a migrated database and works in it under the application role', async () => {
  const [row] = await ask<{ role: string; migrations: number }>(
    db.url,
    'select current_user as role, (select count(*) from platform_migration) as migrations',
  )
  assert.equal(row?.role, 'thuocdo_app')
  assert.ok(Number(row?.migrations) > 0)
})

test('the owner sees the same database', async () => {
  const [row] = await ask<{ name: string; role: string }>(db.ownerUrl, 'select current_database() as name, current_user as role')
  assert.deepEqual(row, { name: db.name, role: 'thuocdo' })
})

test('a fresh database is another one and is gone when closed', async () => {
  const fresh = await freshDatabase()
  await ask(fresh.ownerUrl, 'create table only_here (id int)')
  assert.deepEqual(await ask(db.ownerUrl, "select to_regclass('only_here') as found"), [{ found: null }])
  await fresh.close()
  await assert.rejects(ask(fresh.ownerUrl, 'select 1'), /does not exist/)
})
