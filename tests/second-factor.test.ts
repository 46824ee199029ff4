import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Security } from '#modules/accounts/contract/routes.ts'
import { accountsProgram, codeAt, type TestVisitor } from './setup/accounts-program.ts'

const program = await accountsProgram(import.meta)
const { browser, clock, signedIn, password } = program
const later = (seconds: number) => (clock.now = new Date(clock.now.getTime() + seconds * 1000))

let secret = ''
let recoveryCodes: string[] = []
let administrator: TestVisitor

interface SessionReply {
  signedIn: boolean
  actor?: { permissions: string[]; withheld: string[] }
}
const rightsOf = async (visitor: TestVisitor) => (await visitor.send<SessionReply>('GET', 'session')).reply.actor

/** Signs in with the password only; answers the browser that now waits for the second factor. */
async function halfSignedIn(username: string): Promise<TestVisitor> {
  const visitor = browser()
  const { reply } = await visitor.send<{ signedIn: boolean; secondFactor?: string[] }>('POST', 'sign-in', { username, password })
  assert.equal(reply.signedIn, false)
  return visitor
}

test('an authenticator application counts once its first code was confirmed; the recovery codes come with it, other sessions end', async () => {
  administrator = await signedIn('quantri')
  const other = await signedIn('quantri')
  const { reply } = await administrator.send<{ secret: string; uri: string }>('POST', 'totp')
  assert.match(reply.uri, /^otpauth:\/\/totp\/Th.*quantri/)
  secret = reply.secret
  assert.equal((await signedIn('quantri').then((visitor) => visitor.send('GET', 'session'))).status, 200, 'not yet in force')
  assert.equal((await administrator.send('POST', 'totp/confirm', { code: codeAt(secret, new Date(clock.now.getTime() - 3_600_000)) })).code, 'accounts.code.wrong')
  const confirmed = await administrator.send<{ recoveryCodes: string[] }>('POST', 'totp/confirm', { code: codeAt(secret, clock.now) })
  recoveryCodes = confirmed.reply.recoveryCodes
  assert.equal(new Set(recoveryCodes).size, 10)
  assert.equal((await other.send<SessionReply>('GET', 'session')).reply.signedIn, false)
  assert.equal((await administrator.send('POST', 'totp')).code, 'accounts.totp.exists')
})

test('the password alone signs nobody in any more; the code does, and works once, also for two at the same moment', async () => {
  later(60)
  const code = codeAt(secret, clock.now)
  const [first, second] = [await halfSignedIn('quantri'), await halfSignedIn('quantri')]
  assert.equal((await first.send<SessionReply>('GET', 'session')).reply.signedIn, false)
  const answers = await Promise.all([first.send('POST', 'second-factor', { code }), second.send('POST', 'second-factor', { code })])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 422])
  later(30)
  const third = await halfSignedIn('quantri')
  assert.equal((await third.send('POST', 'second-factor', { code })).code, 'accounts.code.wrong', 'the last half-minute’s code, used already')
  assert.equal((await third.send('POST', 'second-factor', { code: codeAt(secret, clock.now) })).status, 200)
})

test('a recovery code signs in once', async () => {
  const [code = ''] = recoveryCodes
  assert.equal((await (await halfSignedIn('quantri')).send('POST', 'second-factor', { code: code.toUpperCase().replace('-', ' ') })).status, 200)
  assert.equal((await (await halfSignedIn('quantri')).send('POST', 'second-factor', { code })).code, 'accounts.code.wrong')
  const { recoveryLeft } = (await administrator.send<Security>('GET', 'security')).reply
  assert.equal(recoveryLeft, 9)
})

test('after five wrong codes the password is asked for again, and a code without a password opens nothing', async () => {
  later(3600)
  const visitor = await halfSignedIn('quantri')
  for (let i = 0; i < 5; i++) {
    assert.equal((await visitor.send('POST', 'second-factor', { code: '000000' })).code, 'accounts.code.wrong')
    later(60)
  }
  assert.equal((await visitor.send('POST', 'second-factor', { code: codeAt(secret, clock.now) })).code, 'accounts.challenge.over')
  assert.equal((await browser().send('POST', 'second-factor', { code: codeAt(secret, clock.now) })).code, 'accounts.challenge.over')
})

test('whoever asks everybody for a second factor has one', async () => {
  const strict = { secondFactor: 'required', twoPersons: 'off' }
  later(60)
  administrator = await halfSignedIn('quantri')
  await administrator.send('POST', 'second-factor', { code: codeAt(secret, clock.now) })
  assert.equal((await administrator.send('PUT', 'policy', strict)).status, 200)
  assert.deepEqual((await administrator.send('GET', 'policy')).reply, strict)
})

test('where it is required, deciding, administration and export are withheld until it is proved; scoring is not', async () => {
  const chair = await signedIn('chutich')
  const rights = await rightsOf(chair)
  assert.deepEqual(rights?.withheld.toSorted(), ['evaluation:decide', 'evaluation:issue'])
  assert.ok(rights?.permissions.includes('evaluation:score') && !rights.permissions.includes('evaluation:decide'))
  const officer = await signedIn('tochuc')
  assert.equal((await officer.send('POST', '/api/evaluation/campaigns', {})).code, 'platform.second-factor-needed')
  const { reply } = await officer.send<{ secret: string }>('POST', 'totp')
  await officer.send('POST', 'totp/confirm', { code: codeAt(reply.secret, clock.now) })
  assert.deepEqual((await rightsOf(officer))?.withheld, [])
  assert.equal((await officer.send('POST', '/api/evaluation/campaigns', {})).code, 'platform.invalid-input')
  await officer.send('POST', 'totp/remove')
  assert.ok((await rightsOf(officer))?.withheld.includes('evaluation:manage'), 'taken away, it is missing again')
})

test('somebody who never had the right is told nothing of a second factor', async () => {
  const clerk = await signedIn('congchuc1')
  assert.equal((await clerk.send('POST', '/api/evaluation/campaigns', {})).code, 'platform.not-found')
})

test('a sensitive act asks again who one is after ten minutes; a password, or a code, is enough, a wrong one is not', async () => {
  const change = () => administrator.send('PUT', 'policy', { secondFactor: 'required', twoPersons: 'off' })
  later(601)
  assert.equal((await change()).code, 'platform.prove-again')
  assert.equal((await administrator.send('POST', 'prove', { password: 'khong phai' })).code, 'accounts.password.wrong')
  assert.equal((await change()).code, 'platform.prove-again')
  assert.equal((await administrator.send('POST', 'prove', { password })).status, 200)
  assert.equal((await change()).status, 200)
  later(601)
  assert.equal((await administrator.send('POST', 'prove', { code: codeAt(secret, clock.now) })).status, 200)
  assert.equal((await change()).status, 200)
  clock.now = new Date(clock.now.getTime() - 7_200_000)
  assert.equal((await change()).code, 'platform.prove-again', 'a clock set back makes no proof last longer')
  later(7_200_000 / 1000)
})

test('the administrator takes a lost second factor away; the sessions of its owner end', async () => {
  const clerk = await signedIn('congchuc1')
  const { reply } = await clerk.send<{ secret: string }>('POST', 'totp')
  await clerk.send('POST', 'totp/confirm', { code: codeAt(reply.secret, clock.now) })
  await administrator.send('POST', 'prove', { password })
  const { items } = (await administrator.send<{ items: { personId: string; username: string; secondFactor: boolean }[] }>('GET', 'logins?only=with&limit=200')).reply
  const line = items.find((one) => one.username === 'congchuc1')
  assert.equal(line?.secondFactor, true)
  assert.equal((await administrator.send('POST', `logins/${line.personId}/second-factors/remove`)).status, 200)
  assert.equal((await clerk.send<SessionReply>('GET', 'session')).reply.signedIn, false)
  await signedIn('congchuc1')
})

test('one’s sessions are listed with device and place, and ended one by one or all at once', async () => {
  const here = browser()
  await here.send('POST', 'sign-in', { username: 'congchuc2', password }, { headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/109.0 Safari/537.36' }, source: '10.1.2.3' })
  const [there, elsewhere] = [await signedIn('congchuc2'), await signedIn('congchuc2')]
  const { sessions } = (await here.send<Security>('GET', 'security')).reply
  assert.equal(sessions.length, 3)
  const own = sessions.find((one) => one.current)
  assert.deepEqual([own?.device, own?.place, own?.source], [{ browser: 'Chrome', system: 'Windows' }, 'office_network', '10.1.2.3'])
  const others = sessions.filter((one) => !one.current)
  assert.equal((await here.send('POST', `sessions/${others[0]?.id}/end`)).status, 200)
  assert.equal((await administrator.send('POST', `sessions/${others[1]?.id}/end`)).code, 'platform.not-found', 'nobody ends another’s')
  assert.deepEqual((await here.send<{ ended: number }>('POST', 'sessions/end-others')).reply, { ended: 1 })
  for (const visitor of [there, elsewhere]) assert.equal((await visitor.send<SessionReply>('GET', 'session')).reply.signedIn, false)
  assert.equal((await here.send<SessionReply>('GET', 'session')).reply.signedIn, true)
})
