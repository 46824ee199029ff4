import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { catalogueRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { readPostmaster } from '#platform/postgres/postmaster.ts'
import { notedHome } from '#platform/postgres/cluster-home.ts'
import { runningCluster } from '#platform/postgres/running-cluster.ts'
import { BusyOfficial, lossesOf } from './setup/acknowledged-work.ts'
import { freePort, startProgram, type StartedProgram } from './setup/started-program.ts'
import { callerFor } from './journeys/steps/caller.ts'

// 200 with CRASH_ROUNDS=200; the figures are in docs/security.md.
const rounds = Number(process.env['CRASH_ROUNDS'] ?? 2)
const dataDir = await mkdtemp(path.join(tmpdir(), 'thuocdo-crash-'))
await chmod(dataDir, 0o755)
const port = String(await freePort())
let program: StartedProgram | undefined

after(async () => {
  program?.child.kill('SIGTERM')
  await program?.ended()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 })
})

async function start(...more: string[]): Promise<string> {
  program = startProgram(['--data', dataDir, '--port', port, ...more])
  return program.address()
}

async function losses(officials: readonly BusyOfficial[]): Promise<string[]> {
  const place = runningCluster(dataDir)
  assert.ok(place)
  const client = new pg.Client(place)
  await client.connect()
  try {
    return await lossesOf(client, officials.flatMap((official) => official.sent))
  } finally {
    await client.end()
  }
}

function killPostgres(): void {
  const running = readPostmaster(path.join(notedHome(dataDir), 'postgres'))
  assert.ok(running)
  process.kill(running.pid, 'SIGKILL')
}

test(`nothing acknowledged is lost and nothing is half done when program or PostgreSQL is killed in mid-save, ${rounds} times`, async () => {
  let address = await start('--sample')
  const callers = await Promise.all(['congchuc1', 'congchuc2', 'photruongphong', 'truongphong'].map((name) => callerFor(address, name)))
  const { items } = await callers[0]!.call(catalogueRoutes.listProducts, { query: { limit: 50, status: 'approved' } })
  const productId = items[0]?.id
  assert.ok(productId)
  const officials = callers.map((caller) => new BusyOfficial(caller.cookie, productId))
  for (let round = 1; round <= rounds; round++) {
    const before = officials.flatMap((official) => official.sent).length
    const working = Promise.all(officials.map((official) => official.work(address)))
    await sleep(300 + ((round * 137) % 700))
    if (round % 2 === 0) killPostgres()
    else program?.child.kill('SIGKILL')
    await program?.ended()
    officials.forEach((official) => official.stop())
    await working
    address = await start()
    assert.deepEqual(await losses(officials), [], `after round ${round}`)
    await Promise.all(officials.map((official) => official.sendAgain(address))).catch((error: Error) => assert.fail(`round ${round}: ${error.message}\n${program?.output()}`))
    assert.deepEqual(await losses(officials), [], `after sending again in round ${round}`)
    const sent = officials.flatMap((official) => official.sent).length
    assert.ok(sent > before, `nothing was sent in round ${round}`)
    if (round % 10 === 0 || round === rounds) process.stdout.write(`# ${round} kills, ${sent} commands, 0 lost\n`)
  }
})
