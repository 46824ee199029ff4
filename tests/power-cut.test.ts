import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { catalogueRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { readPostmaster } from '#platform/postgres/postmaster.ts'
import { runningCluster } from '#platform/postgres/running-cluster.ts'
import { callerFor } from './journeys/steps/caller.ts'
import { BusyOfficial, lossesOf } from './setup/acknowledged-work.ts'
import { freePort, startProgram, type StartedProgram } from './setup/started-program.ts'

const cuts = Number(process.env['POWER_CUTS'] ?? 1)
const folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-power-'))
await chmod(folder, 0o755)
const running = new Set<StartedProgram>()

after(async () => {
  for (const program of running) {
    program.child.kill('SIGTERM')
    await program.ended()
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 })
})

async function start(dataDir: string, ...more: string[]): Promise<{ program: StartedProgram; address: string }> {
  const program = startProgram(['--data', dataDir, '--port', String(await freePort()), ...more])
  running.add(program)
  return { program, address: await program.address() }
}

async function stop(program: StartedProgram): Promise<void> {
  program.child.kill('SIGTERM')
  await program.ended()
  running.delete(program)
}

/** The server process and its children, which are all that write. */
function processesOf(dataDir: string): number[] {
  const postmaster = readPostmaster(path.join(dataDir, 'postgres'))?.pid
  assert.ok(postmaster)
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === postmaster)
  return [postmaster, ...children.map(Number)]
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return undefined
  }
}

function acknowledgedOf(officials: readonly BusyOfficial[]): string[] {
  return officials.flatMap((official) => official.sent.filter((work) => work.acknowledged !== null).map((work) => work.requestId))
}

/** Waits for the machine, however slow it is: a cut after too little work would show nothing. */
async function until(reached: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !reached(); await sleep(20)) assert.ok(Date.now() < end, 'too little was acknowledged in a minute')
}

test('the data folder as it was at one moment of writing, as after a power cut, starts with all that was acknowledged', { skip: process.platform !== 'linux' && 'freezing processes is done the Linux way' }, async () => {
  const original = path.join(folder, 'that')
  const { program, address } = await start(original, '--sample')
  const callers = await Promise.all(['congchuc1', 'congchuc2', 'photruongphong'].map((name) => callerFor(address, name)))
  const { items } = await callers[0]!.call(catalogueRoutes.listProducts, { query: { limit: 50, status: 'approved' } })
  const officials = callers.map((caller) => new BusyOfficial(caller.cookie, items[0]?.id ?? ''))
  const copies: { place: string; acknowledged: string[] }[] = []
  const working = Promise.all(officials.map((official) => official.work(address)))
  for (let cut = 1; cut <= cuts; cut++) {
    const before = acknowledgedOf(officials).length
    await until(() => acknowledgedOf(officials).length > before + 10)
    const acknowledged = acknowledgedOf(officials)
    const frozen = processesOf(original)
    const place = path.join(folder, `cut-${cut}`)
    for (const pid of frozen) process.kill(pid, 'SIGSTOP')
    try {
      assert.equal(spawnSync('cp', ['-a', original, place]).status, 0)
    } finally {
      for (const pid of frozen) process.kill(pid, 'SIGCONT')
    }
    copies.push({ place, acknowledged })
  }
  officials.forEach((official) => official.stop())
  await working
  await stop(program)
  const sent = officials.flatMap((official) => official.sent)
  for (const { place, acknowledged } of copies) {
    const { program: again } = await start(place)
    const cluster = runningCluster(place)
    assert.ok(cluster)
    const client = new pg.Client(cluster)
    await client.connect()
    try {
      const known = new Set(acknowledged)
      // What was sent after the cut is unknown to this copy, or was on its way; it is only not to be half there.
      const asOfTheCut = sent.map((work) => ({ ...work, acknowledged: known.has(work.requestId) ? work.acknowledged : null }))
      assert.deepEqual(await lossesOf(client, asOfTheCut), [])
    } finally {
      await client.end()
    }
    await stop(again)
  }
})
