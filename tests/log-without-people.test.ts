import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { catalogueRoutes, taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { ownDataRoutes } from '#modules/personal-data/contract/own-data-routes.ts'
import { requestRoutes } from '#modules/personal-data/contract/request-routes.ts'
import { callerFor, type Caller } from './journeys/steps/caller.ts'
import { password } from './journeys/steps/office.ts'
import { freePort, startProgram, type StartedProgram } from './setup/started-program.ts'
import { sampleDatabase } from './setup/test-database.ts'

const database = await sampleDatabase(import.meta, new Date())
const dataDir = await mkdtemp(path.join(tmpdir(), 'thuocdo-log-'))
let program: StartedProgram
let address: string
let officer: Caller
let cadre: Caller

/** Whatever is sent here belongs to somebody; none of it may be written down. */
const secrets = {
  name: 'Nguyễn Thị Nhật Ký',
  plainName: 'nguyen thi nhat ky',
  code: 'NK-44719',
  login: 'nhat.ky.44719',
  wrongPassword: 'mat-khau-sai-44719',
  identity: '045185447190',
  home: '44719 đường Hùng Vương',
  reason: 'Ly do rieng 44719',
  file: 'Đơn xin nghỉ 44719.pdf',
  agent: 'Trinh-duyet-44719',
  source: '203.0.113.77',
  birth: '1985-04-07',
} as const

before(async () => {
  program = startProgram(['--data', dataDir, '--port', String(await freePort())], { DATABASE_URL: database.ownerUrl, THUOCDO_LOG: 'trace', THUOCDO_PROXY: '127.0.0.1' })
  address = await program.address()
  ;[officer, cadre] = await Promise.all([callerFor(address, 'tochuc'), callerFor(address, 'congchuc1')])
})

after(async () => {
  program.child.kill('SIGTERM')
  await program.ended()
  await rm(dataDir, { recursive: true, force: true })
})

interface Sent {
  readonly method?: string
  readonly place: string
  readonly body?: string
  readonly type?: string
  readonly as?: Caller
}

async function send({ method = 'POST', place, body, type = 'application/json', as }: Sent): Promise<number> {
  const headers = { 'user-agent': secrets.agent, 'x-forwarded-for': secrets.source, 'x-request-id': randomUUID(), ...(as === undefined ? { cookie: `thuocdo=${secrets.code}` } : { cookie: as.cookie }), ...(body === undefined ? {} : { 'content-type': type }) }
  const answer = await fetch(`${address}${place}`, { method, headers, ...(body === undefined ? {} : { body }) })
  await answer.arrayBuffer()
  return answer.status
}

/** A request no library would send: bytes that are no HTTP, or headers cut short. */
function sendRaw(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address)
    const socket = connect(Number(port), hostname, () => socket.end(text))
    socket.on('error', reject).on('close', () => resolve()).resume()
  })
}

const wrong: readonly Sent[] = [
  { place: '/api/accounts/sign-in', body: JSON.stringify({ username: secrets.login, password: secrets.wrongPassword }) },
  { place: '/api/accounts/sign-in', body: JSON.stringify({ username: 'congchuc1', password: secrets.wrongPassword }) },
  { place: '/api/accounts/sign-in', body: `{"username":"${secrets.login}","password":${secrets.wrongPassword}` },
  { place: '/api/accounts/sign-in', body: JSON.stringify({ username: [secrets.login], password: { a: secrets.wrongPassword } }) },
  { place: '/api/accounts/sign-in', body: secrets.wrongPassword, type: 'text/plain' },
  { place: '/api/accounts/sign-in', body: `u=${secrets.login}`, type: 'application/x-www-form-urlencoded' },
  { method: 'GET', place: `/api/organisation/people/${encodeURIComponent(secrets.name)}` },
  { method: 'GET', place: `/api/khong-co/${encodeURIComponent(secrets.home)}?ten=${encodeURIComponent(secrets.name)}` },
  { method: 'GET', place: `/api/organisation/people?search=%E1%BB%8${secrets.code}` },
  { method: 'GET', place: `/${encodeURIComponent(secrets.name)}/%zz${secrets.code}` },
  { place: '/api/organisation/people', body: JSON.stringify({ fullName: secrets.name, code: secrets.code, x: secrets.home.repeat(100_000) }) },
]

test('typical and failing requests of a whole program leave nobody’s name, login, number or words in its log, at its most talkative', async () => {
  for (const request of wrong) assert.ok((await send(request)) >= 400, request.place)
  for (const request of wrong) await send({ ...request, as: officer })
  await sendRaw(`GET /${secrets.login} HTTP/1.1\r\nHost: ${secrets.name}\r\n bad\r\n\r\n`)
  await sendRaw(`${secrets.name} ${secrets.identity}\r\n\r\n`)

  const person = { code: secrets.code, fullName: secrets.name, sex: 'female', birthDate: secrets.birth }
  const added = await fetch(`${address}${organisationRoutes.createPerson.path}`, { method: 'POST', headers: { cookie: officer.cookie, 'content-type': 'application/json', 'x-request-id': randomUUID() }, body: JSON.stringify(person) })
  assert.equal(added.status, 200, await added.clone().text())
  const { id } = (await added.json()) as { id: string }
  assert.ok((await send({ place: organisationRoutes.createPerson.path, body: JSON.stringify(person), as: officer })) >= 400, 'the code is taken')
  assert.equal(await send({ method: 'GET', place: `/api/organisation/people?search=${encodeURIComponent(secrets.plainName)}`, as: officer }), 200)
  for (const number of [secrets.identity, `${secrets.identity}9`]) {
    await send({ method: 'PUT', place: `/api/organisation/people/${id}/identity/personal_id`, body: JSON.stringify({ version: 0, number, accepted: [] }), as: officer })
    await send({ place: '/api/organisation/people/by-identity', body: JSON.stringify({ number }), as: officer })
  }
  await cadre.call(requestRoutes.fileRequest, { body: { kind: 'correction', recordClass: 'people', recordId: null, reason: secrets.reason } })
  await cadre.call(ownDataRoutes.ownCopy, {})
  const { items: products } = await cadre.call(catalogueRoutes.listProducts, { query: { limit: 1, status: 'approved' } })
  const { taskId } = await cadre.call(taskRoutes.addAdHocTask, { body: { productId: products[0]!.id, title: secrets.reason, quantity: 1, completed: 1, completedOn: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10) } })
  const evidence = `${taskRoutes.addEvidenceFile.path.replace(':taskId', taskId)}?secrecy=none&fileName=${encodeURIComponent(secrets.file)}`
  assert.ok((await send({ place: evidence, body: secrets.home, type: 'application/octet-stream', as: cadre })) >= 400, 'no PDF')

  // Something breaks that nobody foresaw, with a row in its hands.
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query("alter table organisation_person add constraint broken_ck check (code not like 'NK-%') not valid")
  await owner.end()
  const broken = await send({ place: organisationRoutes.createPerson.path, body: JSON.stringify({ ...person, code: `${secrets.code}-2` }), as: officer })
  assert.equal(broken, 500)

  // The answer may be here before its line of the log.
  for (let tries = 0; tries < 100 && !program.output().includes('PostgreSQL 23514'); tries++) await sleep(50)
  const log = program.output()
  assert.match(log, /"route":"\/api\/organisation\/people"/, 'requests are logged by their pattern')
  assert.match(log, /PostgreSQL 23514/, 'the broken one is logged by its code')
  const files = await filesOf(dataDir)
  const written = [['the log', log] as const, ...(await Promise.all(files.map(async (file) => [file, await readFile(file, 'latin1')] as const)))]
  for (const secret of [...Object.values(secrets), password]) {
    for (const form of new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), Buffer.from(secret).toString('latin1'), Buffer.from(secret).toString('base64').replace(/=+$/, '')])) {
      for (const [where, text] of written) assert.ok(!text.includes(form), `${form} stands in ${where}`)
    }
  }
})

/** Whatever the program wrote beside the database but kept files and backups, which are what they are there for. */
async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const kept = new Set(['files', 'backups'])
  return entries.filter((entry) => entry.isFile() && !kept.has(path.relative(folder, entry.parentPath).split(path.sep)[0] ?? '')).map((entry) => path.join(entry.parentPath, entry.name))
}
