import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdir, readdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { catalogueRoutes, taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { operationsRoutes } from '#modules/operations/contract/routes.ts'
import { BackupError } from '#platform/backup/archive.ts'
import { writeBackup } from '#platform/backup/make-backup.ts'
import { runningCluster } from '#platform/postgres/running-cluster.ts'
import { callerFor, type Caller } from './journeys/steps/caller.ts'
import { BusyOfficial, lossesOf } from './setup/acknowledged-work.ts'
import { noSmallDisk, smallDisk, type SmallDisk } from './setup/small-disk.ts'
import { freePort, startProgram, type StartedProgram } from './setup/started-program.ts'

// A real disk that is really full. Run with FULL_DISK=1 as root; the figure is in docs/security.md.
const skip = noSmallDisk()
const megabyte = 2 ** 20
const port = String(await freePort())
let disk: SmallDisk
let filesDisk: SmallDisk
let backupDisk: SmallDisk
let program: StartedProgram
let address = ''
let callers: Caller[] = []
let officials: BusyOfficial[] = []

before(async () => {
  if (skip !== false) return
  disk = await smallDisk(700 * megabyte)
  filesDisk = await smallDisk(4 * megabyte)
  backupDisk = await smallDisk(60 * megabyte)
  await mkdir(dataDir())
  await symlink(filesDisk.folder, path.join(dataDir(), 'files'))
  await start('--sample')
  callers = await Promise.all(['congchuc1', 'congchuc2', 'photruongphong', 'truongphong'].map((name) => callerFor(address, name)))
  const { items } = await callers[0]!.call(catalogueRoutes.listProducts, { query: { limit: 50, status: 'approved' } })
  officials = callers.map((caller) => new BusyOfficial(caller.cookie, items[0]?.id ?? ''))
})

after(async () => {
  if (skip !== false) return
  program.child.kill('SIGTERM')
  await program.ended()
  await disk.remove()
  await filesDisk.remove()
  await backupDisk.remove()
})

const dataDir = () => path.join(disk.folder, 'data')

async function start(...more: string[]): Promise<void> {
  program = startProgram(['--data', dataDir(), '--port', port, ...more], { THUOCDO_BACKUPS: backupDisk.folder })
  address = await program.address()
}

async function onDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const place = runningCluster(dataDir())
  assert.ok(place)
  const client = new pg.Client(place)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function noLosses(when: string): Promise<void> {
  assert.deepEqual(await onDatabase((client) => lossesOf(client, officials.flatMap((official) => official.sent))), [], when)
}

const ready = () => fetch(`${address}/readyz`).then(async (reply) => ({ status: reply.status, said: ((await reply.json()) as { status: string }).status }))

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < 60_000; await sleep(100)) if (await holds()) return
  assert.fail(what)
}

async function errorOf(reply: Response): Promise<{ status: number; code: string }> {
  return { status: reply.status, code: ((await reply.json()) as { error: { code: string } }).error.code }
}

function addEvidence(bytes: Buffer, taskId: string, requestId: string): Promise<Response> {
  return fetch(`${address}${taskRoutes.addEvidenceFile.path.replace(':taskId', taskId)}?fileName=bao-cao.pdf&secrecy=none`, {
    method: 'POST',
    headers: { cookie: callers[0]!.cookie, 'content-type': 'application/octet-stream', 'x-request-id': requestId },
    body: new Uint8Array(bytes),
  })
}

async function storedFiles(): Promise<string[]> {
  const names = await readdir(filesDisk.folder, { recursive: true })
  return names.filter((name) => path.basename(name).length > 2 && name !== 'ballast')
}

const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(size)])

test('with little room left saving is refused in words while reading goes on, and saving goes on once there is room', { skip }, async () => {
  const working = Promise.all(officials.map((official) => official.work(address)))
  await sleep(500)
  disk.fill(100 * megabyte)
  await working
  assert.deepEqual(await ready(), { status: 503, said: 'no-space' })
  const last = officials[0]!.sent.at(-1)
  assert.ok(last && last.acknowledged === null)
  const refused = await fetch(`${address}${last.path}`, { method: 'POST', headers: { cookie: callers[0]!.cookie, 'content-type': 'application/json', 'x-request-id': last.requestId }, body: JSON.stringify({ ...last.body, ...last.rest }) })
  assert.deepEqual(await errorOf(refused), { status: 503, code: 'platform.no-space' })
  await callers[0]!.call(taskRoutes.listTasks, { query: { limit: 10, who: 'me' } })
  assert.ok((await concerns()).includes('disk-full!'))
  await noLosses('while the disk is full')
  disk.empty()
  await until('the program notices the room', async () => (await ready()).status === 200)
  await Promise.all(officials.map((official) => official.sendAgain(address)))
  await noLosses('after sending again')
})

test('a file that does not fit is refused and leaves nothing behind; once there is room the same request keeps it', { skip }, async () => {
  const taskId = officials[0]!.sent.find((work) => work.acknowledged?.taskId !== undefined)!.acknowledged!.taskId!
  const before = await storedFiles()
  const bytes = pdf(3 * megabyte)
  const requestId = randomUUID()
  filesDisk.fill(1 * megabyte)
  assert.deepEqual(await errorOf(await addEvidence(bytes, taskId, requestId)), { status: 503, code: 'platform.no-space' })
  assert.deepEqual(await storedFiles(), before)
  filesDisk.empty()
  assert.equal((await addEvidence(bytes, taskId, requestId)).status, 200)
  assert.ok((await storedFiles()).some((name) => name.endsWith(createHash('sha256').update(bytes).digest('hex'))))
})

interface Said {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

/** `npx thuocdo backup` at the machine. */
async function backUp(): Promise<Said> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '../apps/cli/main.ts'), 'backup', '--data', dataDir(), '--to', backupDisk.folder], { env: { ...process.env, DATABASE_URL: '', NODE_TEST_CONTEXT: '' } })
  let [output, errors] = ['', '']
  child.stdout.on('data', (part) => (output += String(part)))
  child.stderr.on('data', (part) => (errors += String(part)))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, output, errors }
}

async function concerns(): Promise<string[]> {
  const administrator = await callerFor(address, 'quantri')
  const { concerns: found } = await administrator.call(operationsRoutes.operationsStatus, {})
  return found.map(({ kind, grave }) => (grave ? `${kind}!` : kind))
}

test('a backup without room on its disk, or on the disk of the database, says which, leaves no half file, and is made once there is room', { skip }, async () => {
  for (const [full, left] of [
    [backupDisk, 2 * megabyte],
    [disk, 140 * megabyte],
  ] as const) {
    full.fill(left)
    const refused = await backUp()
    assert.equal(refused.code, 2, refused.output)
    assert.match(refused.errors, /Không đủ chỗ trên đĩa/)
    assert.ok(refused.errors.includes(full.folder), refused.errors)
    assert.deepEqual((await readdir(backupDisk.folder)).filter((name) => name.includes('.age')), [])
    const found = await concerns()
    assert.ok(found.includes('backup-failed!') && found.includes('disk-full!'), found.join())
    full.empty()
  }
  const made = await backUp()
  assert.equal(made.code, 0, made.errors)
  assert.ok(!(await concerns()).includes('backup-failed!'))
})

test('a disk that fills up while a backup is written leaves no half file', { skip }, async () => {
  backupDisk.fill(100_000)
  const file = path.join(backupDisk.folder, 'thu.age')
  const database = runningCluster(dataDir())
  assert.ok(database)
  await assert.rejects(
    writeBackup({ database, dataDir: dataDir(), program: '0.1.0' }, file, { passphrase: 'mười tám con trâu gặm cỏ', work: 12 }, new Date()),
    (error) => error instanceof BackupError && error.problem === 'no-space',
  )
  backupDisk.empty()
  assert.deepEqual((await readdir(backupDisk.folder)).filter((name) => name.startsWith('thu.age')), [])
})

test('a disk full to the last byte in mid-save, until the database itself fails, loses nothing', { skip }, async () => {
  const working = Promise.all(officials.map((official) => official.work(address)))
  disk.fill(0)
  // Writes past the program's reserve, as something else on the machine would: PostgreSQL meets the full disk itself.
  const failure = await onDatabase((client) => client.query("select pg_logical_emit_message(false, 'filler', repeat('x', 1000000)) from generate_series(1, 1000)")).then(
    () => undefined,
    (error: unknown) => error,
  )
  assert.ok(failure instanceof Error, 'the database was to run out of room')
  await working
  const ended = await Promise.race([program.ended(), sleep(3_000, 'running')])
  process.stdout.write(`# PostgreSQL: ${failure.message}; the program: ${ended === 'running' ? 'goes on' : `ended (${ended})`}\n`)
  if (ended !== 'running') {
    assert.match(program.output(), /Ổ đĩa đã đầy/)
    const again = startProgram(['--data', dataDir(), '--port', port])
    assert.equal(await again.ended(), 1, again.output())
    assert.match(again.output(), /Ổ đĩa đã đầy/)
  }
  disk.empty()
  if (ended !== 'running') await start()
  await until('the program serves again', async () => (await ready()).status === 200)
  await noLosses('after the full disk')
  await Promise.all(officials.map((official) => official.sendAgain(address)))
  await noLosses('after sending again')
})

test('a program that starts on a full disk says so in one line, and starts when there is room', { skip }, async () => {
  program.child.kill('SIGTERM')
  await program.ended()
  disk.fill(0)
  const refused = startProgram(['--data', dataDir(), '--port', port])
  const ended = await refused.ended()
  disk.empty()
  assert.equal(ended, 1)
  assert.match(refused.output(), /^Ổ đĩa đã đầy.*\(No space left on the disk\.\)$/m)
  assert.ok(refused.output().trim().split('\n').length <= 2, refused.output())
  await start()
  await noLosses('after a start on a full disk')
})
