import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { readPostmaster } from '#platform/postgres/postmaster.ts'
import { isServerOf } from '#platform/postgres/process-identity.ts'
import { freePort, startProgram, type StartedProgram } from '#tests/setup/started-program.ts'

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'thuocdo-start-'))
fs.chmodSync(home, 0o755)
const data = path.join(home, 'data')
const cluster = path.join(data, 'postgres')
const isRoot = process.getuid?.() === 0
const port = await freePort()
const usual = ['--data', data, '--port', String(port)]
const running: StartedProgram[] = []

after(async () => {
  for (const program of running) {
    if (program.child.exitCode === null && program.child.signalCode === null) program.child.kill('SIGTERM')
    await program.ended()
  }
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

function start(args: readonly string[], environment?: Readonly<Record<string, string>>): StartedProgram {
  const program = startProgram(args, environment)
  running.push(program)
  return program
}

/** Refused before it did anything: one line that says why, and an exit code of failure. */
async function refused(program: StartedProgram, why: RegExp): Promise<void> {
  assert.equal(await program.ended(), 1)
  assert.match(program.output(), why)
  const lines = program.output().trim().split('\n').filter((line) => !line.startsWith('Đang dựng giao diện'))
  assert.equal(lines.length, 1, program.output())
}

async function answers(address: string): Promise<void> {
  const reply = await fetch(`${address}/api/accounts/session`)
  assert.equal(reply.status, 200)
}

async function serverGone(folder: string, pid: number): Promise<void> {
  for (const begun = Date.now(); isServerOf(pid, folder); await sleep(20)) {
    assert.ok(Date.now() - begun < 10_000, 'PostgreSQL outlived the program')
  }
}

function postmasterPid(): number {
  const pid = readPostmaster(cluster)?.pid
  assert.ok(pid !== undefined && isServerOf(pid, cluster))
  return pid
}

async function stopsCleanly(program: StartedProgram, signal: NodeJS.Signals): Promise<void> {
  const pid = postmasterPid()
  program.child.kill(signal)
  assert.equal(await program.ended(), 0, program.output())
  await serverGone(cluster, pid)
  assert.equal(fs.existsSync(path.join(data, 'instance.lock')), false)
}

test('a first start makes the data folder, answers, and Ctrl-C leaves no process', async () => {
  const program = start(usual)
  await answers(await program.address())
  assert.equal(fs.statSync(path.join(data, 'postgres-password')).mode & 0o777, 0o600)
  assert.equal(fs.statSync(path.join(data, 'run')).mode & 0o777, 0o700)
  await stopsCleanly(program, 'SIGINT')
})

test('a second instance is told that the port or the data folder is taken, and the first goes on', async () => {
  const first = start(usual)
  const address = await first.address()
  await refused(start(usual), /Cổng \d+ đang được một chương trình khác dùng/)
  await refused(start(['--data', data, '--port', String(await freePort())]), /đang được một chương trình Thước Đo khác dùng/)
  await answers(address)
  await stopsCleanly(first, 'SIGTERM')
})

test('a port held by any other program is named before anything is made', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const taken = other.address()
  assert.ok(typeof taken === 'object' && taken !== null)
  const untouched = path.join(home, 'untouched')
  await refused(start(['--data', untouched, '--port', String(taken.port)]), /--port \d+/)
  assert.equal(fs.existsSync(untouched), false)
  await new Promise((resolve) => other.close(resolve))
})

test('data written by a newer version is refused and stays as it was', async () => {
  const file = path.join(data, 'version.json')
  const own = fs.readFileSync(file, 'utf8')
  fs.writeFileSync(file, '{"program":"99.0.0"}\n')
  try {
    await refused(start(usual), /phiên bản 99\.0\.0 ghi, mới hơn/)
    assert.equal(fs.readFileSync(file, 'utf8'), '{"program":"99.0.0"}\n')
  } finally {
    fs.writeFileSync(file, own)
  }
})

test('the data of another PostgreSQL is refused', async () => {
  const file = path.join(cluster, 'PG_VERSION')
  const own = fs.readFileSync(file, 'utf8')
  fs.writeFileSync(file, '17\n')
  try {
    await refused(start(usual), /một phiên bản PostgreSQL khác/)
  } finally {
    fs.writeFileSync(file, own)
  }
})

test('an unreachable database is named without its password', async () => {
  const url = `postgres://app:very-secret@127.0.0.1:${await freePort()}/thuocdo`
  const program = start(['--data', path.join(home, 'remote'), '--port', String(port)], { DATABASE_URL: url })
  await refused(program, /Không kết nối được cơ sở dữ liệu 127\.0\.0\.1:\d+\/thuocdo/)
  assert.doesNotMatch(program.output(), /very-secret/)
})

test('an unknown option and a wrong port are refused', async () => {
  await refused(start(['--prot', '1']), /--prot/)
  await refused(start(['--port', '70000']), /70000/)
})

test('a data folder that is a file is refused', async () => {
  const file = path.join(home, 'a-file')
  fs.writeFileSync(file, '')
  await refused(start(['--data', file, '--port', String(port)]), /không phải là thư mục/)
})

test('PostgreSQL ends soon after the program is killed, and the next start works', async () => {
  const program = start(usual)
  await program.address()
  const pid = postmasterPid()
  program.child.kill('SIGKILL')
  await program.ended()
  const next = start(usual)
  await answers(await next.address())
  await serverGone(cluster, pid)
  await stopsCleanly(next, 'SIGTERM')
})

test('a PostgreSQL that outlived program and companion is stopped by the next start', async () => {
  const program = start(usual)
  await program.address()
  const pid = postmasterPid()
  const companions = spawnSync('pgrep', ['-f', `thuocdo-watch ${pid}`], { encoding: 'utf8' }).stdout.trim().split('\n').map(Number)
  for (const companion of companions) process.kill(companion, 'SIGKILL')
  program.child.kill('SIGKILL')
  await program.ended()
  assert.ok(isServerOf(pid, cluster))
  const next = start(usual)
  await answers(await next.address())
  assert.notEqual(postmasterPid(), pid)
  await stopsCleanly(next, 'SIGTERM')
})

test('after both are killed the next start works, even when their numbers were given to other processes', async () => {
  const program = start(usual)
  await program.address()
  const pid = postmasterPid()
  process.kill(pid, 'SIGKILL')
  program.child.kill('SIGKILL')
  await program.ended()
  const file = path.join(cluster, 'postmaster.pid')
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(String(pid), String(process.pid)))
  fs.writeFileSync(path.join(data, 'instance.lock'), JSON.stringify({ pid: process.pid, mark: '1' }))
  const next = start(usual)
  await answers(await next.address())
  await stopsCleanly(next, 'SIGTERM')
})

test('when PostgreSQL is killed the program says so and ends', async () => {
  const program = start(usual)
  await program.address()
  process.kill(postmasterPid(), 'SIGKILL')
  assert.equal(await program.ended(), 1)
  assert.match(program.output(), /PostgreSQL đã dừng đột ngột/)
})

test('a full disk is one clear line, and nothing half made stays', { skip: !isRoot && 'only root can make a small disk' }, async (context) => {
  const disk = path.join(home, 'disk')
  fs.mkdirSync(disk)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=755', 'tmpfs', disk])
  if (mounted.status !== 0) return context.skip('this machine does not allow mounting')
  try {
    const program = start(['--data', path.join(disk, 'data'), '--port', String(port)])
    assert.equal(await program.ended(), 1)
    assert.match(program.output(), /Ổ đĩa đã đầy/)
    assert.doesNotMatch(program.output(), /\n\s+at /)
    assert.deepEqual(fs.readdirSync(disk), [])
  } finally {
    spawnSync('umount', [disk])
  }
})

test('a disk that filled up later stops the start with one line, and with room again all is there', { skip: !isRoot && 'only root can make a small disk' }, async (context) => {
  const disk = path.join(home, 'filling')
  fs.mkdirSync(disk)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=120m,mode=755', 'tmpfs', disk])
  if (mounted.status !== 0) return context.skip('this machine does not allow mounting')
  const args = ['--data', path.join(disk, 'data'), '--port', String(port)]
  const filler = path.join(disk, 'filler')
  try {
    const first = start(args)
    await first.address()
    first.child.kill('SIGTERM')
    assert.equal(await first.ended(), 0)
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4k'], { stdio: 'ignore' })
    await refused(start(args), /Ổ đĩa đã đầy/)
    fs.rmSync(filler)
    const again = start(args)
    await answers(await again.address())
    again.child.kill('SIGTERM')
    assert.equal(await again.ended(), 0)
  } finally {
    spawnSync('umount', [disk])
  }
})

test('under a folder only root may enter the cluster lies elsewhere, and the folder says where', { skip: !isRoot && 'only root runs PostgreSQL as another user' }, async () => {
  const closed = path.join(home, 'closed')
  fs.mkdirSync(closed, { mode: 0o700 })
  const program = start(['--data', path.join(closed, 'data'), '--port', String(port)])
  await answers(await program.address())
  const place = fs.readFileSync(path.join(closed, 'data/postgres-location'), 'utf8').trim()
  try {
    assert.ok(program.output().includes(place))
    assert.ok(fs.existsSync(path.join(place, 'postgres/PG_VERSION')))
    program.child.kill('SIGTERM')
    assert.equal(await program.ended(), 0)
  } finally {
    fs.rmSync(place, { recursive: true, force: true })
  }
})
