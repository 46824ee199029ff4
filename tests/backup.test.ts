import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import pg from 'pg'
import { BackupError, type BackupProblem } from '#platform/backup/archive.ts'
import { backupStatus } from '#platform/backup/backup-reports.ts'
import { writeBackup } from '#platform/backup/make-backup.ts'
import { restoreBackup } from '#platform/backup/restore-backup.ts'
import { runBackup, type BackupOrder } from '#platform/backup/run-backup.ts'
import { addressOf, dropDatabase, onServer, scratchPrefix } from '#platform/backup/scratch-database.ts'
import { beginSnapshot, copyOut, tableShapes } from '#platform/backup/table-copies.ts'
import type { DatabaseAddress } from '#platform/db/pool.ts'
import { openFileStore } from '#platform/files/store.ts'
import { sampleDatabase } from './setup/test-database.ts'

const database = await sampleDatabase(import.meta, new Date('2026-11-20T01:00:00Z'))
const owner: DatabaseAddress = { url: database.ownerUrl }
const dataDir = await mkdtemp(path.join(tmpdir(), 'thuocdo-backup-'))
const folder = path.join(dataDir, 'backups')
const identity = await generateX25519Identity()
const seal = { recipients: [await identityToRecipient(identity)] }
const unseal = { identities: [identity] }
const now = new Date('2026-11-20T19:00:00Z')
const paper = randomBytes(200_000)
const paperId = createHash('sha256').update(paper).digest('hex')

const anchors = '{"kind":"anchor","tenant":"cũ"}\n'

await writeFile(path.join(dataDir, 'secret'), 'bi-mat-cua-ban-thu\n')
await writeFile(path.join(dataDir, 'ledger-anchors.jsonl'), anchors)
await addPaper()
const order: BackupOrder = { source: { database: owner, dataDir, program: '0.1.0' }, folder, seal, clock: () => now, purpose: 'asked' }
const report = await runBackup(order)
const restoredNames: string[] = []

after(async () => {
  for (const name of restoredNames) await dropDatabase(owner, name)
  await rm(dataDir, { recursive: true, force: true })
})

async function addPaper(): Promise<void> {
  const id = await openFileStore(path.join(dataDir, 'files')).put(paper)
  assert.equal(id, paperId)
  await withClient(owner, async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from tenant')
    await client.query('insert into stored_file (tenant_id, id, size, media_type, stored_at) values ($1, $2, $3, $4, $5)', [rows[0]?.id, paperId, paper.byteLength, 'application/pdf', now])
  })
}

async function withClient<T>(address: DatabaseAddress, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client('url' in address ? { connectionString: address.url } : address)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Every row of every table as text, by table. */
function everything(address: DatabaseAddress): Promise<Map<string, string>> {
  return withClient(address, async (client) => {
    await beginSnapshot(client)
    const all = new Map<string, string>()
    for (const shape of await tableShapes(client)) {
      const parts: Buffer[] = []
      await copyOut(client, shape, async (piece) => void parts.push(piece))
      all.set(shape.name, Buffer.concat(parts).toString('utf8'))
    }
    return all
  })
}

function failsWith(problem: BackupProblem, detail?: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof BackupError, String(error))
    assert.equal(error.problem, problem, error.detail)
    if (detail !== undefined) assert.match(error.detail, detail)
    return true
  }
}

/** Restores into a new place, as on another machine. */
async function restoreElsewhere(file: string, name: string, key: Parameters<typeof restoreBackup>[0]['unseal'] = unseal) {
  const place = addressOf(owner, name)
  restoredNames.push(name)
  const elsewhere = path.join(dataDir, name)
  await mkdir(elsewhere, { recursive: true })
  const restored = await restoreBackup({ file, unseal: key, database: place, dataDir: elsewhere, now, confirm: async () => undefined })
  return { place, elsewhere, restored }
}

/** What trials and restores of this file's databases left behind; other files on the same server have theirs. */
async function leftovers(): Promise<string[]> {
  const prefixes = [owner, ...restoredNames.map((name) => addressOf(owner, name))].flatMap((place) => [scratchPrefix(place, 'trial'), scratchPrefix(place, 'restoring')])
  return onServer(owner, async (client) => {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database where exists (select 1 from unnest($1::text[]) prefix where starts_with(datname, prefix))', [prefixes])
    return rows.map((row) => row.datname)
  })
}

test('a backup is called verified only after it was restored and every row was the same', async () => {
  assert.equal(report.verifiedAt, now.toISOString())
  assert.ok(report.rows > 500, `${report.rows} rows`)
  assert.equal(report.storedFiles, 1)
  assert.deepEqual(report.damaged, [])
  const status = await backupStatus(folder)
  assert.equal(status.lastVerified?.file, report.file)
  assert.equal(status.lastFailure, null)
  assert.deepEqual(await leftovers(), [])
})

test('a restore on a fresh data folder gives every row, file and key again', async () => {
  const { place, elsewhere, restored } = await restoreElsewhere(report.file, 'thuocdo_elsewhere')
  assert.equal(restored.previous, null)
  const [before, afterwards] = await Promise.all([everything(owner), everything(place)])
  assert.deepEqual([...afterwards.keys()], [...before.keys()])
  for (const [table, rows] of before) assert.equal(afterwards.get(table), rows, table)
  assert.equal([...before.values()].reduce((sum, rows) => sum + rows.split('\n').length - 1, 0), report.rows)
  assert.deepEqual(await readFile(path.join(elsewhere, 'files', paperId.slice(0, 2), paperId)), paper)
  assert.equal(await readFile(path.join(elsewhere, 'secret'), 'utf8'), 'bi-mat-cua-ban-thu\n')
  assert.equal(await readFile(path.join(elsewhere, 'ledger-anchors.jsonl'), 'utf8'), anchors)
  const keys = (address: DatabaseAddress) => withClient(address, async (client) => (await client.query("select conrelid::regclass::text as t, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2")).rows)
  assert.deepEqual(await keys(place), await keys(owner), 'foreign keys are back')
})

test('a passphrase opens what it closed, another one does not', async () => {
  const file = path.join(folder, 'passphrase.age')
  await writeBackup(order.source, file, { passphrase: 'mười tám con trâu gặm cỏ ven sông', work: 12 }, now)
  await assert.rejects(restoreElsewhere(file, 'thuocdo_wrong', { passphrase: 'mười chín con trâu' }), failsWith('wrong-key'))
  const { restored } = await restoreElsewhere(file, 'thuocdo_passphrase', { passphrase: 'mười tám con trâu gặm cỏ ven sông' })
  assert.equal(restored.head.takenAt, now.toISOString())
})

test('the wrong key, a cut-off file, an altered byte and a foreign file are each named, and nothing is left', async () => {
  await assert.rejects(restoreElsewhere(report.file, 'thuocdo_wrong', { identities: [await generateX25519Identity()] }), failsWith('wrong-key'))
  const damaged = path.join(folder, 'damaged.age')
  const size = report.bytes
  for (const [change, problem] of [
    [() => truncate(damaged, Math.floor(size / 2)), 'cut-off'],
    [() => truncate(damaged, size - 1), 'cut-off'],
    [() => flip(damaged, Math.floor(size / 2)), 'cut-off'],
    [() => writeFile(damaged, 'Đây không phải bản sao lưu'), 'not-a-backup'],
    [() => writeFile(damaged, ''), 'not-a-backup'],
  ] as const) {
    await copyFile(report.file, damaged)
    await change()
    await assert.rejects(restoreElsewhere(damaged, 'thuocdo_wrong'), failsWith(problem))
  }
  assert.deepEqual(await leftovers(), [])
  assert.equal((await onServer(owner, (client) => client.query("select 1 from pg_database where datname = 'thuocdo_wrong'"))).rowCount, 0)
})

async function flip(file: string, at: number): Promise<void> {
  const bytes = await readFile(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(file, bytes)
}

test('a database of a newer version is refused before anything is loaded', async () => {
  await withClient(owner, (client) => client.query("insert into platform_migration (name, hash) values ('9999-from-the-future.sql', 'x')"))
  const file = path.join(folder, 'newer.age')
  try {
    await writeBackup(order.source, file, seal, now)
  } finally {
    await withClient(owner, (client) => client.query("delete from platform_migration where name like '9999%'"))
  }
  await assert.rejects(restoreElsewhere(file, 'thuocdo_wrong'), failsWith('newer-version', /9999-from-the-future/))
})

test('a damaged and a missing file of the store are named, and the rest is saved', async () => {
  const place = path.join(dataDir, 'files', paperId.slice(0, 2), paperId)
  await writeFile(place, paper.subarray(1))
  assert.deepEqual((await runBackup({ ...order, clock: () => new Date('2026-11-20T20:00:00Z') })).damaged, [{ id: paperId, problem: 'altered' }])
  await rm(place)
  assert.deepEqual((await runBackup({ ...order, clock: () => new Date('2026-11-20T20:01:00Z') })).damaged, [{ id: paperId, problem: 'missing' }])
  await writeFile(place, paper)
})

test('a restore over a database in use is refused and changes nothing', async () => {
  const before = await everything(owner)
  const busy = new pg.Client({ connectionString: database.url })
  await busy.connect()
  try {
    await assert.rejects(restoreBackup({ file: report.file, unseal, database: owner, dataDir, now, confirm: async () => undefined }), failsWith('database-in-use'))
  } finally {
    await busy.end()
  }
  assert.deepEqual(await everything(owner), before)
})

test('a restore nobody confirms changes nothing', async () => {
  const refused = new Error('not two people')
  await assert.rejects(
    restoreBackup({ file: report.file, unseal, database: owner, dataDir, now, confirm: () => Promise.reject(refused) }),
    (error) => error === refused,
  )
  assert.deepEqual(await leftovers(), [])
  assert.deepEqual((await readdir(dataDir)).filter((name) => name.startsWith('restoring-')), [])
})

test('a folder that cannot be written fails the backup with its path, and no half file stays', async () => {
  const file = path.join(dataDir, 'secret')
  await assert.rejects(runBackup({ ...order, folder: path.join(file, 'inside') }), failsWith('place', /secret/))
  assert.deepEqual((await readdir(folder)).filter((name) => name.endsWith('.part') || name.endsWith('.new')), [])
})
