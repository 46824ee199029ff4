import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import Provider from 'oidc-provider'
import type { Security } from '#modules/accounts/contract/routes.ts'
import { accountsProgram, codeAt, type TestVisitor } from './setup/accounts-program.ts'

const own = 'http://thuocdo.test'
const clientSecret = 'chi-may-chu-va-nha-cung-cap-biet'
const returnAddress = `${own}/sign-in/return`

/** Somebody known to the provider: what it vouches for by the claim, and how they signed in there. */
interface Known {
  readonly claim: string | undefined
  readonly methods: readonly string[]
}
const known = new Map<string, Known>([
  ['sub-clerk', { claim: 'congchuc1', methods: ['pwd'] }],
  ['sub-stranger', { claim: 'khong.co.ai.o.day', methods: ['pwd'] }],
  ['sub-nameless', { claim: undefined, methods: ['pwd'] }],
  ['sub-impostor', { claim: 'congchuc1', methods: ['pwd'] }],
  ['sub-chair', { claim: 'chutich', methods: ['pwd', 'mfa'] }],
  ['sub-guarded', { claim: 'congchuc2', methods: ['pwd'] }],
])

const asked: URLSearchParams[] = []
const issuer = await startProvider()
const program = await accountsProgram(import.meta, {
  now: new Date(),
  oidc: { label: 'tài khoản của tỉnh', issuer, clientId: 'thuocdo', clientSecret, claim: 'ma_dang_nhap', scope: 'openid nhan_su', matches: 'username', secondFactor: ['mfa'] },
})
const { browser } = program
const headers = { host: 'thuocdo.test' }

/** A real OpenID provider on loopback, whose users sign in by naming their subject in a cookie. */
async function startProvider(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(address, {
    clients: [{ client_id: 'thuocdo', client_secret: clientSecret, redirect_uris: [returnAddress], grant_types: ['authorization_code'], response_types: ['code'] }],
    pkce: { required: () => true },
    scopes: ['openid', 'nhan_su'],
    claims: { openid: ['sub', 'amr'], nhan_su: ['ma_dang_nhap'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['provider'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...(known.get(sub)?.claim === undefined ? {} : { ma_dang_nhap: known.get(sub)?.claim }) }) }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', address)
    if (url.pathname === '/auth') asked.push(url.searchParams)
    if (!url.pathname.startsWith('/interaction/')) return void answer(request, response)
    void (async () => {
      const { prompt, params, session } = await provider.interactionDetails(request, response)
      const sub = /sub=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
      if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: sub, amr: [...(known.get(sub)?.methods ?? [])] } })
      const grant = new provider.Grant({ accountId: session?.accountId ?? sub, clientId: String(params['client_id']) })
      grant.addOIDCScope('openid nhan_su')
      return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
    })()
  })
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  return address
}

/** Goes through the provider's pages as this subject; answers the query it sends the browser back with. */
async function atProvider(start: string, sub: string): Promise<string> {
  const jar = new Map([['sub', sub]])
  let at = start
  for (let hops = 0; hops < 12; hops++) {
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const to = answer.headers.get('location')
    assert.ok(to !== null, `the provider stopped at ${at}: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
    at = new URL(to, at).href
    if (at.startsWith(returnAddress)) return new URL(at).search
  }
  throw new Error('the provider leads in a circle')
}

async function leave(visitor: TestVisitor): Promise<string> {
  return (await visitor.send<{ address: string }>('POST', 'elsewhere', undefined, { headers })).reply.address
}

/** The whole way as one subject. */
async function signInAs(sub: string, visitor = browser()) {
  const query = await atProvider(await leave(visitor), sub)
  return { visitor, query, ...(await visitor.send<{ signedIn: boolean; secondFactor?: string[] }>('POST', 'elsewhere/return', { query }, { headers })) }
}

const whoIs = async (visitor: TestVisitor) => (await visitor.send<{ actor?: { displayName: string } }>('GET', 'session')).reply.actor?.displayName

test('the sign-in page knows the other way, and the request carries PKCE, state and nonce', async () => {
  const visitor = browser()
  assert.equal((await visitor.send<{ elsewhere: string }>('GET', 'session')).reply.elsewhere, 'tài khoản của tỉnh')
  const address = new URL(await leave(visitor))
  assert.equal(address.origin, issuer)
  for (const name of ['state', 'nonce', 'code_challenge']) assert.ok((address.searchParams.get(name)?.length ?? 0) >= 40, name)
  assert.equal(address.searchParams.get('code_challenge_method'), 'S256')
})

test('whoever the provider vouches for under the chosen claim is signed in to that account, the second time by the link', async () => {
  const first = await signInAs('sub-clerk')
  assert.deepEqual([first.status, first.reply.signedIn], [200, true])
  assert.equal(await whoIs(first.visitor), 'Lê Văn Tài')
  known.set('sub-clerk', { claim: 'ten.da.doi', methods: ['pwd'] })
  const second = await signInAs('sub-clerk')
  assert.equal(await whoIs(second.visitor), 'Lê Văn Tài')
})

test('nobody gets an account by signing in: an unknown name, no name, and a second subject with a taken name are refused', async () => {
  for (const sub of ['sub-stranger', 'sub-nameless', 'sub-impostor']) {
    const { code, visitor } = await signInAs(sub)
    assert.equal(code, 'accounts.elsewhere.unknown', sub)
    assert.equal(await whoIs(visitor), undefined)
  }
})

test('what the provider sends back works once, in the browser that left, and unaltered', async () => {
  const one = await signInAs('sub-clerk')
  assert.equal((await one.visitor.send('POST', 'elsewhere/return', { query: one.query }, { headers })).code, 'accounts.challenge.over')
  const leaver = browser()
  const query = await atProvider(await leave(leaver), 'sub-clerk')
  assert.equal((await browser().send('POST', 'elsewhere/return', { query }, { headers })).code, 'accounts.challenge.over', 'another browser')
  assert.equal((await leaver.send('POST', 'elsewhere/return', { query: query.replace(/state=[^&]+/, 'state=khac') }, { headers })).code, 'accounts.elsewhere.refused', 'another state')
  const again = browser()
  const fresh = await atProvider(await leave(again), 'sub-clerk')
  assert.equal((await again.send('POST', 'elsewhere/return', { query: fresh.replace(/code=[^&]+/, 'code=doan') }, { headers })).code, 'accounts.elsewhere.refused', 'another code')
})

test('a second factor proved there counts where the administrator says so; otherwise the account’s own is asked for', async () => {
  const chair = await signInAs('sub-chair')
  assert.equal((await chair.visitor.send<Security>('GET', 'security')).reply.proved, true)
  const guarded = await program.signedIn('congchuc2')
  const { reply } = await guarded.send<{ secret: string }>('POST', 'totp')
  await guarded.send('POST', 'totp/confirm', { code: codeAt(reply.secret, program.clock.now) })
  const through = await signInAs('sub-guarded')
  assert.deepEqual(through.reply, { signedIn: false, secondFactor: ['totp', 'recovery'] })
  assert.equal(await whoIs(through.visitor), undefined)
  program.clock.now = new Date(program.clock.now.getTime() + 60_000)
  assert.equal((await through.visitor.send('POST', 'second-factor', { code: codeAt(reply.secret, program.clock.now) })).status, 200)
})

test('the provider saw no password of ours and only requests it can check', () => {
  assert.ok(asked.length > 5)
  for (const request of asked) assert.deepEqual([request.get('response_type'), request.get('redirect_uri'), request.get('client_id')], ['code', returnAddress, 'thuocdo'])
})
