import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { catalogueRoutes, taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { callerFor, type Caller } from './journeys/steps/caller.ts'
import { freePort, startProgram, type StartedProgram } from './setup/started-program.ts'
import { testDatabase } from './setup/test-database.ts'

const database = await testDatabase(import.meta)
const dataDir = await mkdtemp(path.join(tmpdir(), 'thuocdo-two-'))
const programs: StartedProgram[] = []
let [one, other] = ['', '']
let caller: Caller
let productId: string

before(async () => {
  const start = async (...more: string[]) => {
    const program = startProgram(['--data', dataDir, '--port', String(await freePort()), ...more], { DATABASE_URL: database.ownerUrl })
    programs.push(program)
    return program.address()
  }
  // Both at once on a new folder: one secret, one schema, one sample.
  ;[one, other] = await Promise.all([start('--sample'), start()])
  caller = await callerFor(one, 'congchuc1')
  const { items } = await caller.call(catalogueRoutes.listProducts, { query: { limit: 1, status: 'approved' } })
  productId = items[0]?.id ?? ''
})

after(async () => {
  for (const program of programs) program.child.kill('SIGTERM')
  await Promise.all(programs.map((program) => program.ended()))
  await rm(dataDir, { recursive: true, force: true })
})

function send(address: string, method: string, place: string, body: unknown, requestId: string = randomUUID()) {
  return fetch(`${address}${place}`, { method, headers: { cookie: caller.cookie, 'content-type': 'application/json', 'x-request-id': requestId }, body: JSON.stringify(body) })
}

const adHoc = (title: string) => ({ productId, title, quantity: 1, completed: 1, completedOn: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10) })

test('somebody signed in on one server is signed in on the other', async () => {
  const reply = await fetch(`${other}${taskRoutes.listTasks.path}`, { headers: { cookie: caller.cookie } })
  assert.equal(reply.status, 200)
})

test('one request sent to both at the same moment is done once, and both give the same answer', async () => {
  for (let round = 0; round < 10; round++) {
    const requestId = randomUUID()
    const body = adHoc(`Hai máy chủ ${requestId}`)
    const replies = await Promise.all([one, other, one, other].map((address) => send(address, 'POST', taskRoutes.addAdHocTask.path, body, requestId)))
    const answers = await Promise.all(replies.map(async (reply) => ({ status: reply.status, body: await reply.text() })))
    const done = answers.filter((answer) => answer.status === 200)
    assert.ok(done.length >= 1, JSON.stringify(answers))
    assert.equal(new Set(done.map((answer) => answer.body)).size, 1)
    for (const answer of answers) assert.ok(answer.status < 500, answer.body)
    const { items } = await caller.call(taskRoutes.listTasks, { query: { limit: 10, who: 'me', search: requestId } })
    assert.equal(items.length, 1)
  }
})

test('a file kept through one server is read through the other, and named when it was damaged on the disk', async () => {
  const { taskId } = (await (await send(one, 'POST', taskRoutes.addAdHocTask.path, adHoc('Có tệp kèm theo'))).json()) as { taskId: string }
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  const place = taskRoutes.addEvidenceFile.path.replace(':taskId', taskId)
  const kept = await fetch(`${one}${place}?fileName=bao-cao.pdf&secrecy=none`, {
    method: 'POST',
    headers: { cookie: caller.cookie, 'content-type': 'application/octet-stream', 'x-request-id': randomUUID() },
    body: bytes,
  })
  assert.equal(kept.status, 200, await kept.clone().text())
  const { id } = (await kept.json()) as { id: string }
  const read = await fetch(`${other}${taskRoutes.downloadEvidence.path.replace(':evidenceId', id)}`, { headers: { cookie: caller.cookie } })
  assert.equal(read.status, 200)
  assert.deepEqual(Buffer.from(await read.arrayBuffer()), bytes)

  const stored = createHash('sha256').update(bytes).digest('hex')
  const file = path.join(dataDir, 'files', stored.slice(0, 2), stored)
  for (const [damage, problem] of [[() => writeFile(file, 'hỏng'), 'altered'], [() => rm(file), 'missing']] as const) {
    await damage()
    const refused = await fetch(read.url, { headers: { cookie: caller.cookie } })
    assert.equal(refused.status, 503)
    assert.deepEqual(((await refused.json()) as { error: unknown }).error, { code: 'platform.stored-file-damaged', data: { id: stored, problem } })
  }
})
