import assert from 'node:assert/strict'
import { mkdtemp, rm, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { backupStatus } from '#platform/backup/backup-reports.ts'
import { migrate, shippedMigrations } from '#platform/db/migrate.ts'
import { startCluster, type ClusterConnection } from '#platform/postgres/start-cluster.ts'
import { freePort, startProgram } from '#tests/setup/started-program.ts'

const dataDir = await mkdtemp(path.join(tmpdir(), 'thuocdo-upgrade-'))
await chmod(dataDir, 0o755)
const known = (await shippedMigrations()).map((migration) => migration.name)
const older = known.slice(0, 7)

after(() => rm(dataDir, { recursive: true, force: true }))

/** Works on the database of the folder while no program does. */
async function onDatabase<T>(work: (client: pg.Client, place: ClusterConnection) => Promise<T>): Promise<T> {
  const cluster = await startCluster({ dataDir, purpose: 'test' })
  const client = new pg.Client(cluster.connection)
  await client.connect()
  try {
    return await work(client, cluster.connection)
  } finally {
    await client.end()
    await cluster.stop()
  }
}

const migrated = (client: pg.Client) => client.query<{ name: string }>('select name from platform_migration order by name').then(({ rows }) => rows.map((row) => row.name))

/** The data folder of an earlier version: its schema, one committee, and something in the way of a later migration. */
await onDatabase(async (client, place) => {
  await migrate(place, { only: older })
  await client.query("insert into tenant (id, name, created_at) values ('018f0000-0000-7000-8000-000000000001', 'Đảng ủy xã Thử Nghiệm', now())")
  await client.query('create table evaluation_rater (in_the_way integer)')
})

async function start(environment: Record<string, string> = {}) {
  return startProgram(['--data', dataDir, '--port', String(await freePort())], environment)
}

test('an upgrade that fails leaves the old state, with a verified backup of it', async () => {
  const program = await start()
  assert.equal(await program.ended(), 1, program.output())
  assert.match(program.output(), /Đang sao lưu trước khi nâng cấp…\nĐã sao lưu: .*before-upgrade/)
  await onDatabase(async (client) => {
    assert.deepEqual(await migrated(client), older)
    assert.equal((await client.query('select 1 from tenant')).rowCount, 1)
  })
  const { lastVerified } = await backupStatus(path.join(dataDir, 'backups'))
  assert.equal(lastVerified?.purpose, 'before-upgrade')
})

test('no upgrade happens when the backup before it fails', async () => {
  await onDatabase((client) => client.query('drop table evaluation_rater'))
  const program = await start({ THUOCDO_BACKUPS: path.join(dataDir, 'secret', 'inside-a-file') })
  assert.equal(await program.ended(), 1, program.output())
  assert.match(program.output(), /Chưa nâng cấp, vì không sao lưu trước được/)
  await onDatabase(async (client) => assert.deepEqual(await migrated(client), older))
})

test('an upgrade that works is done once, and the data are there', async () => {
  const program = await start()
  await program.address()
  program.child.kill('SIGTERM')
  assert.equal(await program.ended(), 0, program.output())
  await onDatabase(async (client) => {
    assert.deepEqual(await migrated(client), known)
    assert.equal((await client.query('select 1 from tenant')).rowCount, 1)
  })
  const again = await start()
  await again.address()
  assert.doesNotMatch(again.output(), /sao lưu/)
  again.child.kill('SIGTERM')
  await again.ended()
})
