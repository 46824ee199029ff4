import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { ZodError } from 'zod'
import { Refusal } from '#kernel/refusal.ts'
import { readElsewhere } from './elsewhere.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-oidc-'))
after(() => rm(folder, { recursive: true, force: true }))

async function listening(answer: RequestListener): Promise<{ address: string; seen: string[] }> {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => server.close())
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

async function configured(change: Record<string, unknown>) {
  const file = path.join(folder, `${Math.random()}.json`)
  await writeFile(file, JSON.stringify({ label: 'tỉnh', clientId: 'thuocdo', claim: 'sub', matches: 'username', ...change }))
  return readElsewhere(file)
}

test('without the administrator’s file there is no other sign-in', () => {
  assert.equal(readElsewhere(path.join(folder, 'khong-co.json')), null)
})

test('only https, or this machine, is taken for a provider, and a slip in the file is named', async () => {
  for (const issuer of ['http://sso.tinh.gov.vn', 'file:///etc/passwd', 'ftp://a.vn', 'gibberish']) await assert.rejects(configured({ issuer }), ZodError, issuer)
  await assert.rejects(configured({ issuer: 'https://sso.tinh.gov.vn', unknown: 1 }), ZodError)
  assert.equal((await configured({ issuer: 'https://sso.tinh.gov.vn' }))?.label, 'tỉnh')
})

test('a provider’s documents lead to no address that the administrator did not name, and no redirect is followed', async () => {
  const inside = await listening((_request, response) => response.end('{}'))
  const lying = await listening((_request, response) => {
    response.setHeader('content-type', 'application/json')
    const issuer = lying.address
    response.end(JSON.stringify({ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${inside.address}/token`, jwks_uri: `${inside.address}/keys`, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'] }))
  })
  const provider = await configured({ issuer: lying.address })
  const { journey } = (await provider?.leave('http://localhost')) ?? {}
  assert.ok(journey)
  await assert.rejects(provider?.comeBack(`?code=abc&state=${journey.state}&iss=${encodeURIComponent(lying.address)}`, journey) ?? Promise.resolve(), (error) => error instanceof Refusal && error.code === 'accounts.elsewhere.refused')

  const redirecting = await listening((_request, response) => response.writeHead(302, { location: `${inside.address}/.well-known/openid-configuration` }).end())
  const moved = await configured({ issuer: redirecting.address })
  await assert.rejects(moved?.leave('http://localhost') ?? Promise.resolve(), (error) => error instanceof Refusal && error.code === 'accounts.elsewhere.silent')
  assert.deepEqual(inside.seen, [])
})

test('an answer without end is cut off', async () => {
  const endless = await listening((_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.on('error', () => undefined)
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  })
  const provider = await configured({ issuer: endless.address })
  await assert.rejects(provider?.leave('http://localhost') ?? Promise.resolve(), (error) => error instanceof Refusal && error.code === 'accounts.elsewhere.silent')
})
