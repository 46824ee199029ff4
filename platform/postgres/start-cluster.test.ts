import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { ClusterError, saysNoSpace } from './cluster-error.ts'
import { clusterSettings } from './cluster-settings.ts'
import { connectionUrl } from './connection-url.ts'
import { startCluster, type Cluster } from './start-cluster.ts'

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'thuocdo-cluster-'))
fs.chmodSync(home, 0o755)
// Longer than a socket's path may be, with a space and Vietnamese letters as people name folders.
const dataDir = path.join(home, 'Dữ liệu của Ban Tổ chức', 'x'.repeat(90))
const started: Cluster[] = []

after(async () => {
  for (const cluster of started) await cluster.stop()
  fs.rmSync(home, { recursive: true, force: true })
})

async function start(): Promise<Cluster> {
  const cluster = await startCluster({ dataDir, purpose: 'test' })
  started.push(cluster)
  return cluster
}

async function ask<Row extends pg.QueryResultRow>(cluster: Cluster, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: connectionUrl(cluster.connection, cluster.connection.database) })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

test('a cluster under a long folder name sorts the Vietnamese way and checks its pages', async () => {
  const cluster = await start()
  const sorted = await ask<{ word: string }>(cluster, "select word from unnest(array['đá', 'dừa', 'ba', 'ăn', 'an', 'ấn']) word order by word")
  assert.deepEqual(sorted.map((row) => row.word), ['an', 'ăn', 'ấn', 'ba', 'dừa', 'đá'])
  const [settings] = await ask<{ checksums: string; listen: string }>(
    cluster,
    "select current_setting('data_checksums') as checksums, current_setting('listen_addresses') as listen",
  )
  assert.deepEqual(settings, { checksums: 'on', listen: process.platform === 'win32' ? '127.0.0.1' : '' })
  await ask(cluster, 'create table kept (id int)')
  await cluster.stop()
  await cluster.exited
})

test('what PostgreSQL writes into its log quotes nobody’s data, whatever fails', async () => {
  const cluster = await start()
  const name = 'Nguyễn Thị Nhật Ký'
  await ask(cluster, 'create table people (name text primary key check (length(name) < 40), born date)')
  await ask(cluster, `insert into people values ('${name}', null)`)
  const wrong = [`insert into people values ('${name}', null)`, `insert into people values ('${name.repeat(3)}', null)`, `select '${name}'::uuid`, `select * from missing where name = '${name}'`, `do $$ begin raise warning '${name}'; end $$; select 1/0`]
  for (const text of wrong) await assert.rejects(ask(cluster, text))
  await cluster.stop()
  const log = fs.readFileSync(path.join(dataDir, 'postgres.log'), 'utf8')
  assert.ok(log.includes('database system is ready to accept connections'), 'it is the server’s log')
  assert.ok(!log.includes('Nhật Ký'), log)
})

test('a lost password file is replaced and the data stays', async () => {
  const before = started[0]?.connection.password
  fs.rmSync(path.join(dataDir, 'postgres-password'))
  const cluster = await start()
  assert.notEqual(cluster.connection.password, before)
  assert.deepEqual(await ask(cluster, "select to_regclass('kept')::text as found"), [{ found: 'kept' }])
  await cluster.stop()
})

test('a wrong password is refused', async () => {
  const cluster = await start()
  const client = new pg.Client({ ...cluster.connection, password: 'guessed' })
  await assert.rejects(client.connect(), /password authentication failed/)
  await cluster.stop()
})

test('an unfinished first start is swept away by the next', async () => {
  const draft = path.join(dataDir, 'postgres.new-abc')
  const finished = path.join(dataDir, 'postgres')
  const aside = path.join(dataDir, 'aside')
  fs.mkdirSync(draft)
  fs.writeFileSync(path.join(draft, 'PG_VERSION'), '18\n')
  fs.renameSync(finished, aside)
  const cluster = await start()
  assert.equal(fs.existsSync(draft), false)
  assert.deepEqual(await ask(cluster, "select to_regclass('kept')::text as found"), [{ found: null }])
  await cluster.stop()
})

test('a damaged cluster is an error with a name', async () => {
  fs.rmSync(path.join(dataDir, 'postgres/global/pg_control'))
  await assert.rejects(start(), (error) => error instanceof ClusterError && error.problem === 'failed')
})

test('memory for the server grows with the machine within limits', () => {
  const gibibyte = 1024 ** 3
  assert.equal(clusterSettings('production', gibibyte / 4)['shared_buffers'], '64MB')
  assert.equal(clusterSettings('production', 4 * gibibyte)['shared_buffers'], '512MB')
  assert.equal(clusterSettings('production', 64 * gibibyte)['shared_buffers'], '1024MB')
  assert.equal('fsync' in clusterSettings('production'), false)
})

test('a full disk is recognised in what the programs say', () => {
  assert.ok(saysNoSpace('FATAL:  could not write lock file "postmaster.pid": No space left on device'))
  assert.equal(saysNoSpace('FATAL:  could not open file'), false)
})
