import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import pg from 'pg'
import { everyRoute } from './rights/every-route.ts'
import { accountsProgram } from './setup/accounts-program.ts'
import { plausibleRequest } from './setup/plausible.ts'

// Half past eleven at night in Vietnam.
const program = await accountsProgram(import.meta, { now: new Date('2026-11-23T16:30:00Z') })
const { browser, clock, password, signedIn } = program

interface SessionReply {
  signedIn: boolean
  actor?: { permissions: string[] }
}
type Line = { personId: string; username: string | null; invitedUntil: string | null }
type Slip = { personId: string; username: string; token: string; expiresAt: string }

async function asOwner(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: program.ownerUrl })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

test('access ends with the last day of the post, at midnight in Vietnam, in a session that goes on', async () => {
  const head = await signedIn('truongphong')
  const clerk = await signedIn('congchuc1')
  const rights = async (visitor: typeof head) => (await visitor.send<SessionReply>('GET', 'session')).reply.actor?.permissions
  await asOwner(`update organisation_holding set valid_to = '2026-11-23' where valid_to is null and person_id = (select person_id from accounts_user where username = 'truongphong')`)
  clock.now = new Date('2026-11-23T16:59:58Z')
  assert.ok((await rights(head))?.includes('evaluation:assign'), 'two seconds before midnight')
  clock.now = new Date('2026-11-23T17:00:00Z')
  assert.equal(await rights(head), undefined, 'at midnight the session opens nothing, although it is not over')
  assert.equal((await head.send('GET', '/api/evaluation/my-work')).code, 'platform.not-signed-in')
  assert.equal((await head.send('POST', 'sign-in', { username: 'truongphong', password })).code, 'accounts.sign-in.disabled')
  assert.ok((await rights(clerk))?.includes('evaluation:self'), 'others go on')
})

test('an invitation opens an account once; afterwards, revoked or late, the link is dead in the same words', async () => {
  clock.now = new Date('2026-11-24T02:00:00Z')
  const administrator = await signedIn('quantri')
  const lines = (await administrator.send<{ items: Line[] }>('GET', 'logins?only=without&limit=20')).reply.items
  const people = lines.slice(0, 3).map((line) => line.personId)
  const { slips } = (await administrator.send<{ slips: Slip[] }>('POST', 'invitations', { personIds: people })).reply
  assert.equal(slips.length, 3)
  const [taken, revoked, late] = slips as [Slip, Slip, Slip]
  const guest = browser()
  const look = (slip: Slip) => guest.send<{ username: string }>('POST', 'invitations/look', { token: slip.token })
  const accept = (slip: Slip, chosen: string) => guest.send('POST', 'invitations/accept', { token: slip.token, password: chosen })

  assert.equal((await look(taken)).reply.username, taken.username)
  assert.equal((await guest.send('POST', 'sign-in', { username: taken.username, password: 'bất kỳ điều gì' })).code, 'accounts.sign-in.wrong', 'no password opens it before')
  assert.equal((await accept(taken, 'matkhau12345')).code, 'accounts.password.common')
  assert.equal((await accept(taken, `${taken.username}@2026`)).code, 'accounts.password.personal')
  const both = await Promise.all([accept(taken, 'trâu đen uống nước suối'), accept(taken, 'mèo vàng ngủ mái hiên')])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 404])
  const chosen = both[0].status === 200 ? 'trâu đen uống nước suối' : 'mèo vàng ngủ mái hiên'
  assert.equal((await guest.send('POST', 'sign-in', { username: taken.username, password: chosen })).status, 200)
  assert.equal((await look(taken)).code, 'accounts.invitation.over')

  assert.equal((await administrator.send('POST', `logins/${revoked.personId}/revoke-invitation`)).status, 200)
  assert.equal((await accept(revoked, chosen)).code, 'accounts.invitation.over')
  clock.now = new Date('2026-12-01T02:00:01Z')
  assert.equal((await accept(late, chosen)).code, 'accounts.invitation.over')
})

test('a new link ends the one before, and taking it up ends every session and the old password', async () => {
  const administrator = await signedIn('quantri')
  const hers = await signedIn('congchuc2')
  const line = (await administrator.send<{ items: Line[] }>('GET', 'logins?only=with&limit=200')).reply.items.find((one) => one.username === 'congchuc2')
  const invite = async () => (await administrator.send<{ slips: Slip[] }>('POST', 'invitations', { personIds: [line?.personId] })).reply.slips[0]
  const [first, second] = [await invite(), await invite()]
  const guest = browser()
  assert.equal((await guest.send('POST', 'invitations/look', { token: first?.token })).code, 'accounts.invitation.over')
  assert.equal((await hers.send<SessionReply>('GET', 'session')).reply.signedIn, true, 'an invitation alone changes nothing')
  assert.equal((await guest.send('POST', 'invitations/accept', { token: second?.token, password: 'gió lùa qua vườn chuối' })).status, 200)
  assert.equal((await hers.send<SessionReply>('GET', 'session')).reply.signedIn, false)
  assert.equal((await guest.send('POST', 'sign-in', { username: 'congchuc2', password })).code, 'accounts.sign-in.wrong')
})

test('the database holds no token of a session, an invitation or a device, and no code of a telephone', async () => {
  const visitor = await signedIn('congchuc1')
  const { reply } = await visitor.send<{ secret: string }>('POST', 'totp')
  const tokens = visitor.cookies().map(([, value]) => value)
  const client = new pg.Client({ connectionString: program.ownerUrl })
  await client.connect()
  const tables = ['accounts_session', 'accounts_totp', 'accounts_challenge', 'accounts_attempt', 'accounts_invitation', 'accounts_recovery_code', 'ledger_entry']
  const { rows } = await client.query<{ text: string }>(tables.map((table) => `select t::text as text from ${table} t`).join(' union all '))
  await client.end()
  for (const secret of [...tokens, reply.secret]) assert.ok(rows.length > 10 && rows.every((row) => !row.text.includes(secret)))
})

test('no route of any module opens to a session that was signed out, ended from elsewhere, has run out, or whose post ended', async () => {
  clock.now = new Date('2026-12-02T02:00:00Z')
  const cookieOf = (visitor: Awaited<ReturnType<typeof signedIn>>): string => visitor.cookies().map(([name, value]) => `${name}=${value}`).join('; ')
  const [left, ended, late, former] = [await signedIn('chutich'), await signedIn('tochuc'), await signedIn('kiemtra'), await signedIn('photruongphong')]
  const dead = { 'signed out': cookieOf(left), 'ended from elsewhere': cookieOf(ended), 'run out': cookieOf(late), 'without a post any more': cookieOf(former) }
  const { app } = program.program
  for (const [which, cookie] of Object.entries(dead)) assert.equal((await app.inject({ method: 'GET', url: '/api/evaluation/my-work', headers: { cookie } })).statusCode, 200, `alive before: ${which}`)
  await left.send('POST', 'sign-out')
  const other = await signedIn('tochuc')
  assert.equal((await other.send('POST', 'sessions/end-others')).status, 200)
  await asOwner(`update accounts_session set expires_at = '2026-12-02T01:59:59Z' where user_id = (select id from accounts_user where username = 'kiemtra')`)
  await asOwner(`update organisation_holding set valid_to = '2026-12-01' where valid_to is null and person_id = (select person_id from accounts_user where username = 'photruongphong')`)
  clock.now = new Date('2026-12-02T02:00:30Z')
  const printed = (await app.inject({ method: 'GET', url: '/api/openapi.json' })).json<{ paths: Record<string, Record<string, unknown>> }>()
  const listed = Object.entries(printed.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`))
  assert.deepEqual(listed.toSorted(), everyRoute.map(({ route }) => `${route.method} ${route.path}`).toSorted(), 'the OpenAPI holds every route of the contracts')
  const heard = new Set<string>()
  for (const { route } of everyRoute) {
    if (route.permission === 'public') continue
    for (const cookie of Object.values(dead)) {
      const { method, url, payload, contentType } = plausibleRequest(route, {})
      const answer = await app.inject({ method, url, headers: { cookie, 'x-request-id': randomUUID(), ...(contentType === undefined ? {} : { 'content-type': contentType }) }, ...(payload === undefined ? {} : { payload }) })
      heard.add(`${answer.statusCode} ${answer.body}`)
    }
  }
  assert.deepEqual([...heard], ['401 {"error":{"code":"platform.not-signed-in","data":{}}}'])
})
