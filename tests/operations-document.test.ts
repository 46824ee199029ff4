import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { helpText, readArguments } from '#apps/server/arguments.ts'
import { commandBlocks, unitText } from '../tools/operations-blocks.ts'

const root = path.join(import.meta.dirname, '..')
const document = readFileSync(path.join(root, 'docs/operations.md'), 'utf8')
const blocks = commandBlocks(document, 'vi')

test('both languages of the page give the same commands in the same sections', () => {
  assert.deepEqual(commandBlocks(document, 'en'), blocks)
  assert.deepEqual([...blocks.keys()], [2, 3, 4, 5, 6, 7, 8])
})

test('the program knows every option and every variable the page names', () => {
  const starts = [...blocks.values()].flat(2).filter((line) => line.startsWith('npm start -- '))
  assert.ok(starts.length >= 6)
  for (const line of starts) readArguments(line.slice('npm start -- '.length).split(' '), {}, root)
  const known = helpText + readFileSync(path.join(root, 'apps/server/backup-schedule.ts'), 'utf8')
  for (const [name] of document.matchAll(/\b(THUOCDO_[A-Z_]+|DATABASE_URL)\b/g)) assert.ok(known.includes(name), name)
})

test('the unit stops the program before its database, and starts it again after a full disk', () => {
  const unit = unitText(document)
  for (const line of ['KillMode=mixed', 'Restart=on-failure', 'StartLimitIntervalSec=0', 'ExecStart=/usr/bin/node bin/start.mjs']) assert.ok(unit.includes(`${line}\n`), line)
})

// 1, or the names of some steps.
const wanted = process.env['TRY_OPERATIONS']
const skip = wanted === undefined ? 'takes ten minutes and the network: TRY_OPERATIONS=1' : (process.platform !== 'linux' || process.getuid?.() !== 0) && 'needs root on Linux, for a /srv of its own'

test('the page does what it says, word for word, on a machine with an empty /srv and an empty home', { skip }, async () => {
  const place = await mkdtemp(path.join(tmpdir(), 'thuocdo-operations-'))
  for (const name of ['srv', 'media', 'etc', 'etc-work']) await mkdir(path.join(place, name), { mode: 0o755 })
  try {
    const mounts = `mount --bind "$1/srv" /srv && mount --bind "$1/media" /media && mount -t overlay overlay -o lowerdir=/etc,upperdir="$1/etc",workdir="$1/etc-work" /etc && shift && exec "$@"`
    const { status } = spawnSync('unshare', ['--mount', '/bin/sh', '-c', mounts, 'sh', place, process.execPath, 'tools/try-operations.ts', ...(wanted === '1' ? [] : (wanted ?? '').split(','))], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_TEST_CONTEXT: '' } })
    assert.equal(status, 0)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
})
