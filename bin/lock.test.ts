import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { withLock } from './lock.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'thuocdo-lock-'))
after(() => fs.rmSync(folder, { recursive: true, force: true }))

const adder = `
  import fs from 'node:fs'
  import { withLock } from ${JSON.stringify(new URL('lock.mjs', import.meta.url).href)}
  const [lock, file] = process.argv.slice(1)
  for (let i = 0; i < 5; i++) await withLock(lock, () => {}, async () => {
    const value = Number(fs.readFileSync(file, 'utf8'))
    await new Promise((done) => setTimeout(done, 5))
    fs.writeFileSync(file, String(value + 1))
  })`

test('processes that hold the lock in turn lose none of each other’s work', async () => {
  const [lock, file] = [path.join(folder, 'turns.lock'), path.join(folder, 'count')]
  fs.writeFileSync(file, '0')
  const ends = [1, 2, 3, 4].map(
    () => new Promise((done) => spawn(process.execPath, ['--input-type=module', '-e', adder, lock, file], { stdio: 'inherit' }).once('close', done)),
  )
  assert.deepEqual(await Promise.all(ends), [0, 0, 0, 0])
  assert.equal(fs.readFileSync(file, 'utf8'), '20')
  assert.equal(fs.existsSync(lock), false)
})

test('the lock of a process that is gone is taken over', async () => {
  const lock = path.join(folder, 'stale.lock')
  const ended = spawn(process.execPath, ['-e', ''])
  await new Promise((done) => ended.once('close', done))
  fs.writeFileSync(lock, String(ended.pid))
  assert.equal(await withLock(lock, () => undefined, async () => 'mine'), 'mine')
})

test('a lock nobody has touched for long is taken over even when its number lives again', async () => {
  const lock = path.join(folder, 'old.lock')
  fs.writeFileSync(lock, String(process.ppid))
  const before = new Date(Date.now() - 60_000)
  fs.utimesSync(lock, before, before)
  assert.equal(await withLock(lock, () => undefined, async () => 'mine'), 'mine')
})

test('work that fails gives the lock back', async () => {
  const lock = path.join(folder, 'failing.lock')
  await assert.rejects(withLock(lock, () => undefined, () => Promise.reject(new Error('no'))), /no/)
  assert.equal(fs.existsSync(lock), false)
})
