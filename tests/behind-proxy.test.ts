import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountsProgram } from './setup/accounts-program.ts'

const proxy = '10.0.0.2'
const program = await accountsProgram(import.meta, { proxies: [proxy] })
const { clock, send, browser } = program
const wrong = { username: 'congchuc1', password: 'khong phai mat khau' }
const right = { username: 'congchuc1', password: program.password }

/** A request as the proxy passes it on for somebody at an address, with what that somebody wrote before. */
const through = (address: string, claimed = '') => ({ source: proxy, headers: { 'x-forwarded-for': claimed === '' ? address : `${claimed}, ${address}`, 'x-forwarded-proto': 'https', 'x-forwarded-host': 'thuocdo.xa.example' } })

const wait = 'accounts.sign-in.too-many-attempts'
const answers = async (count: number, given: (at: number) => Parameters<typeof send>[3]): Promise<(string | undefined)[]> => {
  const codes: (string | undefined)[] = []
  for (let at = 0; at < count; at++) codes.push((await send('POST', 'sign-in', wrong, given(at))).code)
  return codes
}

test('behind the proxy everybody is counted by their own address', async () => {
  assert.equal((await answers(6, () => through('203.0.113.9'))).at(-1), wait)
  assert.equal((await send('POST', 'sign-in', right, through('203.0.113.10'))).status, 200, 'another address is not slowed down')
})

test('whoever writes another address before their own each time is slowed down all the same', async () => {
  assert.equal((await answers(6, (at) => through('203.0.113.20', `198.51.100.${at}`))).at(-1), wait)
  assert.equal((await answers(6, (at) => through('203.0.113.21', `198.51.100.${at}, 10.0.0.2`))).at(-1), wait)
})

test('who does not come through the proxy is believed nothing', async () => {
  const direct = (at: number) => ({ source: '203.0.113.30', headers: { 'x-forwarded-for': `198.51.100.${at}`, forwarded: `for=198.51.100.${at}`, 'x-real-ip': `198.51.100.${at}` } })
  assert.equal((await answers(6, direct)).at(-1), wait)
  const claims = await program.program.app.inject({ method: 'GET', url: '/healthz', remoteAddress: '203.0.113.30', headers: { 'x-forwarded-proto': 'https' } })
  assert.equal(claims.headers['strict-transport-security'], undefined, 'a claimed protocol is none')
  clock.now = new Date(clock.now.getTime() + 3_600_000)
})

test('over HTTPS every cookie is held to this host, to HTTPS and away from scripts and other sites', async () => {
  const { setCookies, status } = await send('POST', 'sign-in', right, through('203.0.113.40'))
  assert.equal(status, 200)
  assert.equal(setCookies.length, 2)
  for (const line of setCookies) assert.match(line, /^__Host-thuocdo\.[a-z0-9_.]+=[^;]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/)
  const cookie = setCookies.map((line) => line.split(';')[0]).join('; ')
  const actor = async (given: string) => (await send<{ signedIn: boolean }>('GET', 'session', undefined, { ...through('203.0.113.40'), cookie: given })).reply.signedIn
  assert.equal(await actor(cookie), true)
  assert.equal(await actor(cookie.replaceAll('__Host-', '')), false, 'a cookie another host could have set is none')
  const visitor = browser()
  await visitor.send('POST', 'sign-in', right, through('203.0.113.40'))
  await visitor.send('POST', 'sign-out', undefined, through('203.0.113.40'))
  assert.ok(!visitor.cookies().some(([name]) => name.includes('session_token')), 'signing out takes the cookie away')
})

test('without HTTPS there is no such name, because browsers would not keep it', async () => {
  const { setCookies } = await send('POST', 'sign-in', right, { source: '203.0.113.50' })
  for (const line of setCookies) assert.match(line, /^thuocdo\.[a-z0-9_.]+=[^;]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/)
})

test('nothing that changes anything is done without a header of our own, signing in and out too', async () => {
  const visitor = await program.signedIn('congchuc2')
  const cookie = visitor.cookies().map(([name, value]) => `${name}=${value}`).join('; ')
  const { app } = program.program
  for (const [path, headers] of [
    ['/api/accounts/sign-out', {}],
    ['/api/accounts/sessions/end-others', {}],
    ['/api/accounts/sign-out', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['/api/accounts/sign-out', { 'content-type': 'text/plain' }],
    ['/api/accounts/sign-out', { 'content-type': 'multipart/form-data; boundary=x' }],
  ] as const) {
    const answer = await app.inject({ method: 'POST', url: path, headers: { cookie, origin: 'https://evil.example', ...headers }, ...('content-type' in headers ? { payload: 'a=b' } : {}) })
    assert.equal(answer.statusCode, 400, `${path} ${JSON.stringify(headers)}: ${answer.body}`)
  }
  assert.equal((await visitor.send<{ signedIn: boolean }>('GET', 'session')).reply.signedIn, true)
  const preflight = await app.inject({ method: 'OPTIONS', url: '/api/accounts/sign-out', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-request-id' } })
  assert.equal(preflight.statusCode, 404)
  assert.equal(preflight.headers['access-control-allow-origin'], undefined, 'and no other site is told that it may send one')
})
