import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { compose } from '#apps/server/compose.ts'
import { testDatabase } from './setup/test-database.ts'

const database = await testDatabase(import.meta)
const dataDir = await mkdtemp(join(tmpdir(), 'thuocdo-test-'))
const program = await compose({ database: { url: database.ownerUrl }, dataDir, secret: 'a'.repeat(43), log: false, webDir: null, connections: 4 })
after(async () => {
  await program.close()
  await rm(dataDir, { recursive: true, force: true })
})

const officer = { username: 'can.bo', password: 'mat khau dau tien' }
const setUp = { committeeName: 'Đảng ủy xã Thử', fullName: 'Đỗ Thị Thử', ...officer }

async function send(method: 'GET' | 'POST', path: string, body?: unknown, cookie?: string) {
  const answer = await program.app.inject({
    method,
    url: `/api/accounts/${path}`,
    headers: { 'x-request-id': randomUUID(), ...(cookie === undefined ? {} : { cookie }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  })
  const [set] = [answer.headers['set-cookie'] ?? ''].flat()
  const json = answer.json<{ signedIn?: boolean; error?: { code: string } }>()
  return { status: answer.statusCode, code: json.error?.code, json, cookie: set?.split(';')[0] ?? '' }
}

test('two browsers that send the first set-up at once make one committee', async () => {
  const answers = await Promise.all([send('POST', 'set-up', setUp), send('POST', 'set-up', { ...setUp, username: 'nguoi.khac' })])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409])
  if (answers[0]?.status !== 200) officer.username = 'nguoi.khac'
})

test('after the first set-up neither it nor the sample can be had again, however many ask', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? send('POST', 'set-up', setUp) : send('POST', 'load-sample'))))
  assert.deepEqual([...new Set(answers.map(({ code }) => code))], ['accounts.set-up.done'])
})

test('signing out ends the session: the cookie opens nothing any more', async () => {
  const { cookie } = await send('POST', 'sign-in', officer)
  assert.equal((await send('GET', 'session', undefined, cookie)).json.signedIn, true)
  assert.equal((await send('POST', 'sign-out', undefined, cookie)).status, 200)
  assert.equal((await send('GET', 'session', undefined, cookie)).json.signedIn, false)
  assert.equal((await send('POST', 'sign-out', undefined, cookie)).code, 'platform.not-signed-in')
})

test('a changed password ends the other sessions and keeps this one', async () => {
  const here = await send('POST', 'sign-in', officer)
  const there = await send('POST', 'sign-in', officer)
  const next = 'mat khau thu hai'
  assert.equal((await send('POST', 'change-password', { current: 'khong phai', next }, here.cookie)).code, 'accounts.password.wrong')
  assert.equal((await send('POST', 'change-password', { current: officer.password, next: officer.password }, here.cookie)).code, 'accounts.password.same')
  assert.equal((await send('POST', 'change-password', { current: officer.password, next }, here.cookie)).status, 200)
  assert.equal((await send('GET', 'session', undefined, here.cookie)).json.signedIn, true)
  assert.equal((await send('GET', 'session', undefined, there.cookie)).json.signedIn, false)
  assert.equal((await send('POST', 'sign-in', officer)).code, 'accounts.sign-in.wrong')
  officer.password = next
  assert.equal((await send('POST', 'sign-in', officer)).status, 200)
})

test('nobody signed in changes no password and signs nobody out', async () => {
  for (const cookie of [undefined, 'thuocdo.session_token=', 'thuocdo.session_token=aaaaaaaaaaaaaaaaaaaaaaaa.bbbb', "thuocdo.session_token=' or 1=1 --"]) {
    assert.equal((await send('POST', 'change-password', { current: 'x', next: 'mat khau thu ba' }, cookie)).code, 'platform.not-signed-in')
    assert.equal((await send('POST', 'sign-out', undefined, cookie)).code, 'platform.not-signed-in')
  }
})

test('strange names and passwords are refused, never an error', async () => {
  for (const text of ['\0', 'a\0', '\ud800', "' or 1=1 --", '%', '__proto__', 'A'.repeat(5_000), ' ', '', 1, null, {}, []]) {
    for (const body of [{ username: text, password: 'x' }, { username: 'x', password: text }]) {
      const { status, code } = await send('POST', 'sign-in', body)
      assert.ok(status === 400 || status === 401, `${JSON.stringify(body).slice(0, 60)}: ${status} ${code}`)
    }
  }
})
