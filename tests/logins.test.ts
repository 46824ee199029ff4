import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { compose } from '#apps/server/compose.ts'
import { loadSample } from '#apps/server/sample.ts'
import type { LoginLine, LoginSlip } from '#modules/accounts/contract/routes.ts'
import { testDatabase } from './setup/test-database.ts'

const database = await testDatabase(import.meta)
const dataDir = await mkdtemp(join(tmpdir(), 'thuocdo-test-'))
const program = await compose({ database: { url: database.ownerUrl }, dataDir, secret: 'a'.repeat(43), log: false, webDir: null, connections: 4 })
const accounts = await loadSample(program.db, new Date())
after(async () => {
  await program.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function send<Reply>(method: 'GET' | 'POST', path: string, cookie: string, body?: unknown): Promise<{ status: number; reply: Reply; code: string | undefined; cookie: string }> {
  const answer = await program.app.inject({
    method,
    url: `/api/accounts/${path}`,
    headers: { 'x-request-id': randomUUID(), cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  })
  const [set] = [answer.headers['set-cookie'] ?? ''].flat()
  const reply = answer.json<Reply & { error?: { code: string } }>()
  return { status: answer.statusCode, reply, code: reply.error?.code, cookie: set?.split(';')[0] ?? '' }
}

async function signIn(username: string, password: string) {
  return send<unknown>('POST', 'sign-in', '', { username, password })
}

const administrator = (await signIn('quantri', accounts[0]?.password ?? '')).cookie
const without = (await send<{ items: LoginLine[] }>('GET', 'logins?only=without&limit=200', administrator)).reply.items

test('the administrator sees who has no login yet, sorted by given name', async () => {
  assert.ok(without.length > 90)
  assert.ok(without.every((line) => line.username === null && line.post !== '' && line.unit !== ''))
  const given = without.map((line) => line.fullName.split(' ').at(-1) ?? '')
  const runs = given.filter((name, at) => name !== given[at - 1])
  for (const name of ['Anh', 'Hương', 'Thương', 'Trang']) assert.ok(runs.filter((run) => run === name).length <= 1, `${name} stands in two places`)
  assert.ok(given.indexOf('Dũng') < given.indexOf('Đức') && given.indexOf('Ninh') < given.indexOf('Ơn'))
})

test('logins are opened for many at once; each opens with the password on its slip, which nothing else holds', async () => {
  const people = without.slice(0, 12).map((line) => line.personId)
  const opened = await send<{ slips: LoginSlip[] }>('POST', 'logins', administrator, { personIds: people })
  assert.equal(opened.status, 200)
  const { slips } = opened.reply
  assert.equal(slips.length, 12)
  assert.equal(new Set(slips.map((slip) => slip.username)).size, 12)
  for (const slip of slips.slice(0, 3)) assert.equal((await signIn(slip.username, slip.password)).status, 200)

  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const kept = await client.query<{ text: string }>('select l::text as text from ledger_entry l union all select c::text from accounts_password c')
  await client.end()
  for (const { password } of slips) assert.ok(kept.rows.every((row) => !row.text.includes(password)))
})

test('a login is not opened twice, nor for somebody without a post', async () => {
  const again = await send('POST', 'logins', administrator, { personIds: [without[0]?.personId] })
  assert.deepEqual([again.status, again.code], [409, 'accounts.login.exists'])
  const nobody = await send('POST', 'logins', administrator, { personIds: [randomUUID()] })
  assert.deepEqual([nobody.status, nobody.code], [404, 'accounts.login.unknown-person'])
})

test('a new first password ends the old one and every session', async () => {
  const line = (await send<{ items: LoginLine[] }>('GET', 'logins?only=with&limit=200', administrator)).reply.items.find((one) => one.username === 'congchuc1')
  const before = await signIn('congchuc1', accounts[0]?.password ?? '')
  const slip = (await send<LoginSlip>('POST', `logins/${line?.personId}/reset`, administrator)).reply
  assert.equal((await send<{ signedIn: boolean }>('GET', 'session', before.cookie)).reply.signedIn, false)
  assert.equal((await signIn('congchuc1', accounts[0]?.password ?? '')).status, 401)
  assert.equal((await signIn('congchuc1', slip.password)).status, 200)
})

test('nobody but the administrator sees or opens logins', async () => {
  const officer = (await signIn('tochuc', accounts[0]?.password ?? '')).cookie
  assert.equal((await send('GET', 'logins', officer)).status, 404)
  assert.equal((await send('POST', 'logins', officer, { personIds: [without[20]?.personId] })).status, 404)
})
