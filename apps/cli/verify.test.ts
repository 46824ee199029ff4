import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { asId } from '#kernel/id.ts'
import { anchorFile } from '#platform/audit/anchor-file.ts'
import { anchorTenant } from '#platform/audit/keep-anchoring.ts'
import { writeLedger } from '#platform/audit/ledger.ts'
import { inclusionProof, keepPublishedSet } from '#platform/audit/published-set.ts'
import { sealTenant } from '#platform/audit/seal.ts'
import { exportLedger } from '#platform/audit/write-export.ts'
import { createDatabase, inTenant, readerOf } from '#platform/db/database.ts'
import { applicationRole } from '#platform/db/migrate.ts'
import { createPool } from '#platform/db/pool.ts'
import { exportLines } from '#tests/setup/export-lines.ts'
import { testDatabase } from '#tests/setup/test-database.ts'

const main = new URL('./main.ts', import.meta.url).pathname
const database = await testDatabase(import.meta)
const folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-verify-'))
after(() => rm(folder, { recursive: true }))
const file = (name: string) => path.join(folder, name)
let root = ''

before(async () => {
  const tenantId = asId<'tenant'>(randomUUID())
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`insert into tenant (id, name, created_at) values ($1, 'Xã Thử', now())`, [tenantId])
  await owner.end()
  const pool = createPool({ url: database.ownerUrl }, { role: applicationRole })
  const db = createDatabase(pool)
  const now = new Date('2026-11-20T02:00:00Z')
  const record = { id: uuidv7(), content: { total: '87.50' } }
  const write = async (publish: boolean): Promise<void> =>
    inTenant(db, tenantId, 'write', async (tx) => {
      const published = publish ? await keepPublishedSet(tx, tenantId, { kind: 'campaign', id: 'c' }, [record, { ...record, id: uuidv7() }], now) : undefined
      root = published?.root ?? root
      await writeLedger(tx, { tenantId, actor: null, now, entryId: uuidv7(), request: { id: randomUUID(), print: 'a'.repeat(64) } }, { action: 'test.done', subject: { kind: 'campaign', id: 'c' }, data: { published } }, null)
    })
  for (const publish of [false, false, true, false]) await write(publish)
  await sealTenant(db, tenantId, null, now)
  await anchorTenant(db, tenantId, { dataDir: folder, timestamp: null, problem: (error) => assert.fail(String(error)) }, new Date('2026-11-21T02:00:00Z'))
  const at = new Date('2026-11-22T02:00:00Z')
  for (const [name, from] of [['good.zip', 1], ['end.zip', 3]] as const) {
    await writeFile(file(name), (await inTenant(db, tenantId, 'read', (tx) => exportLedger(readerOf(tx), tenantId, from, at)))?.bytes ?? '')
  }
  await writeFile(file('proof.json'), JSON.stringify(await inTenant(db, tenantId, 'read', (tx) => inclusionProof(readerOf(tx), tenantId, record))))
  await pool.end()
})

async function thuocdo(...args: string[]): Promise<{ status: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [main, 'verify', ...args], { env: { PATH: process.env['PATH'] } })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { status, out, err }
}

test('a good export is intact, with its anchors, a proof and the printed root: status 0', async () => {
  const { status, out, err } = await thuocdo(file('good.zip'), '--anchors', anchorFile(folder), '--proof', file('proof.json'), '--root', root.replace(/(.{8})/g, '$1 '))
  assert.deepEqual([status, err], [0, ''])
  assert.match(out, /sổ nhật ký nguyên vẹn · the ledger is intact/)
  assert.match(out, /Mục 1–4: 4 mục/)
  assert.match(out, /kết quả thuộc tập đã công bố/)
  assert.match(out, /mục số 3 của sổ/)
})

test('a tampered export names the first broken entry, what was expected and what stood there: status 1', async () => {
  const lines = await exportLines(file('good.zip'))
  const at = lines.findIndex((line) => line.includes('"kind":"entry","seq":2'))
  const entry = JSON.parse(lines[at] ?? '') as { entryHash: string; entry: { id: string } }
  await writeFile(file('tampered.jsonl'), lines.with(at, (lines[at] ?? '').replace('test.done', 'test.undone')).join('\n'))
  const { status, out } = await thuocdo(file('tampered.jsonl'))
  assert.equal(status, 1)
  assert.match(out, /KHÔNG nguyên vẹn · the ledger is NOT intact/)
  assert.match(out, new RegExp(`số 2 · number 2, id ${entry.entry.id}, dòng ${at + 1}`))
  assert.match(out, new RegExp(`expected: ${entry.entryHash}`))
  assert.match(out, /Trước đó có 1 mục nguyên vẹn/)
})

test('a proof alone is checked; with another result, another root, or an export that does not hold it, the status is 1', async () => {
  assert.equal((await thuocdo(file('proof.json'))).status, 0)
  await writeFile(file('other.json'), (await readFile(file('proof.json'), 'utf8')).replace('87.50', '97.50'))
  const other = await thuocdo(file('other.json'))
  assert.equal(other.status, 1)
  assert.match(other.out, /nội dung đã bị sửa/)
  assert.equal((await thuocdo(file('proof.json'), '--root', 'a'.repeat(64))).status, 1)
  const lines = await exportLines(file('good.zip'))
  await writeFile(file('foreign.jsonl'), lines.slice(0, 1).map((line) => JSON.stringify({ ...(JSON.parse(line) as object), last: 0, head: '0'.repeat(64) })).join('\n'))
  assert.equal((await thuocdo(file('foreign.jsonl'), file('proof.json'))).status, 1)
})

test('a part by itself is right, but does not follow the whole', async () => {
  assert.equal((await thuocdo(file('end.zip'))).status, 0)
  assert.equal((await thuocdo(file('good.zip'), file('end.zip'))).status, 1)
})

test('no file, a missing one, a root that is none and a file that is no export are errors with a path: status 2', async () => {
  await writeFile(file('text.zip'), Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]))
  for (const args of [[], [file('none.zip')], [file('good.zip'), '--root', 'x'], [file('text.zip')], [file('good.zip'), '--anchors', file('proof.json')], ['--unknown']]) {
    const { status, err } = await thuocdo(...args)
    assert.equal(status, 2, args.join(' '))
    assert.match(err, /"path"/)
  }
})
