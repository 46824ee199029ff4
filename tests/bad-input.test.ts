import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { contracts } from '#apps/server/modules.ts'
import type { Actor } from '#kernel/actor.ts'
import { asId } from '#kernel/id.ts'
import { permissions } from '#kernel/permission.ts'
import type { Route } from '#platform/contract/route.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { wholeServer } from './setup/whole-server.ts'
import { openOctober } from './setup/evaluation-campaigns.ts'
import { smallCommune } from './setup/small-commune.ts'

const server = await wholeServer(import.meta)
let known: Readonly<Record<string, string>> = {}
let everything: Actor

before(async () => {
  const commune = await smallCommune(server)
  known = { campaignId: await openOctober(commune), personId: commune.people.clerk, unitId: commune.units.VP, rulebookId: 'nd-335-2025', rater: 'self', month: '2026-10-01' }
  everything = { ...commune.as.officer.actor, accountId: asId<'account'>(randomUUID()), grants: permissions.map((permission) => ({ permission, unitId: null })) }
  server.as(everything)
})

const routes = Object.entries(contracts).flatMap(([module, table]) => Object.entries(table).map(([name, route]) => ({ name: `${module}.${name}`, route: route as Route })))

interface Sent {
  readonly params?: Record<string, unknown>
  readonly query?: Record<string, unknown>
  readonly body?: string | Buffer
  readonly type?: string
}

const text = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) ?? '' : String(value))
const encoded = (value: unknown): string => encodeURIComponent(text(value).toWellFormed())

async function send(route: Route, sent: Sent) {
  const url = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encoded(sent.params?.[name] ?? known[name] ?? randomUUID()))
  const asked = Object.entries(sent.query ?? {}).filter(([, value]) => value !== undefined).map(([key, value]) => `${key}=${encoded(value)}`)
  return server.app.inject({
    method: route.method,
    url: asked.length === 0 ? url : `${url}?${asked.join('&')}`,
    headers: { 'x-test-account': everything.accountId, 'x-request-id': randomUUID(), ...(sent.body === undefined ? {} : { 'content-type': sent.type ?? 'application/json' }) },
    ...(sent.body === undefined ? {} : { payload: sent.body }),
  })
}

test('text that no column can hold is refused at the door and the place is named', async () => {
  for (const fullName of ['An\0', 'An\ud800']) {
    const answer = await send(organisationRoutes.createPerson, { body: JSON.stringify({ code: 'X1', fullName, sex: null, birthDate: null }) })
    assert.deepEqual([answer.statusCode, answer.json<{ error: { problems: { path: string }[] } }>().error.problems[0]?.path], [400, 'body.fullName'])
  }
})

test('a body above the limit is told so', async () => {
  const answer = await send(organisationRoutes.createPerson, { body: JSON.stringify({ code: 'X'.repeat(2 * 1024 * 1024) }) })
  assert.deepEqual([answer.statusCode, answer.json<{ error: { code: string } }>().error.code], [413, 'platform.too-large'])
})

test('every list refuses a place that is none of its own', async () => {
  const lists = routes.filter(({ route }) => route.query !== undefined && 'after' in route.query.shape)
  assert.ok(lists.length >= 6)
  for (const { name, route } of lists) {
    for (const after of ['x', '{}', '[]', 'null', '[1,2,3,4,5,6]', '[null,null]', '["a","b"]', '["2026-13-99","x"]', '["\\u0000","x"]']) {
      const answer = await send(route, { query: { after } })
      const code = answer.statusCode < 400 ? 'answered' : answer.json<{ error: { code: string } }>().error.code
      const nothingThere = code === 'organisation.import.not-found' || code === 'platform.not-found'
      assert.ok(nothingThere || (answer.statusCode === 400 && (code === 'platform.bad-page-key' || code === 'platform.invalid-input')), `${name} after=${after}: ${answer.statusCode} ${code}`)
    }
  }
})

test('addresses that are too long or badly written are not found or refused, never an error', async () => {
  for (const url of ['/api/organisation/units/%E0%A4%A', `/api/organisation/units/${'a'.repeat(5_000)}`, '/api/organisation/units/%00', '/api/organisation/search?text=%00', '/api/organisation/search?text=a&text=b', '/api/%2e%2e/etc/passwd']) {
    const answer = await server.app.inject({ method: 'GET', url, headers: { 'x-test-account': everything.accountId } })
    assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, `${url}: ${answer.statusCode}`)
    assert.match(answer.json<{ error: { code: string } }>().error.code, /^platform\./, url)
  }
})
