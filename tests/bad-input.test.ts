import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import type { z } from 'zod'
import { contracts } from '#apps/server/modules.ts'
import type { Actor } from '#kernel/actor.ts'
import { asId } from '#kernel/id.ts'
import { permissions } from '#kernel/permission.ts'
import { editionRoutes } from '#modules/evaluation/contract/edition-routes.ts'
import { isFileBody, type Route } from '#platform/contract/route.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { wholeServer } from './setup/whole-server.ts'
import { openOctober } from './setup/evaluation-campaigns.ts'
import { smallCommune, type SmallCommune } from './setup/small-commune.ts'

const server = await wholeServer(import.meta)
let commune: SmallCommune
let known: Readonly<Record<string, string>> = {}
let everything: Actor

before(async () => {
  commune = await smallCommune(server)
  const campaignId = await openOctober(commune)
  const { editionId } = await commune.as.officer.call(editionRoutes.createEdition, { body: { from: { kind: 'shipped', rulebookId: 'nd-335-2025' }, name: 'Quy định của xã' } })
  known = { campaignId, editionId, personId: commune.people.clerk, unitId: commune.units.VP, rulebookId: 'nd-335-2025', rater: 'self', month: '2026-10-01' }
  everything = { ...commune.as.officer.actor, accountId: asId<'account'>(randomUUID()), grants: permissions.map((permission) => ({ permission, unitId: null })) }
  server.as(everything)
})

const routes = Object.entries(contracts).flatMap(([module, table]) => Object.entries(table).map(([name, route]) => ({ name: `${module}.${name}`, route: route as Route })))

// A bounded walk that is the same every time, so that a failure can be repeated.
let state = 335
function pick<T>(from: readonly T[]): T {
  state = (state * 48271) % 2147483647
  return from[state % from.length] as T
}

const deep = JSON.parse(`${'['.repeat(3_000)}${']'.repeat(3_000)}`) as unknown
const hostileText = ['\0', 'a\0b', '\ud800', 'x\udfff', "'; drop table tenant; --", '%', '\\', '"', '{}', '[', '[null]', '["x","y","z"]', '-1', '1e999', 'NaN', '٣', '\u202e', 'é'.normalize('NFD'), ' ', '', 'A'.repeat(2_000), '__proto__', 'constructor', 'toString', '0000-00-00', '9999-12-31', '2026-02-30', '+275760-09-13']
const hostileNumbers = [-1, 0, 1.5, 2 ** 31, 2 ** 53 - 1, -(2 ** 31) - 1, 1e308]
const hostile: readonly unknown[] = [null, true, [], {}, deep, ...hostileText, ...hostileNumbers]

interface Def {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly in?: z.ZodType
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly entries?: Readonly<Record<string, unknown>>
  readonly values?: readonly unknown[]
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly format?: string
}

/** Something the schema would mostly take, with strange texts and numbers where it is free. */
function sample(schema: z.ZodType, name: string): unknown {
  const def = schema.def as unknown as Def
  switch (def.type) {
    case 'object':
      return Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, part]) => [key, sample(part, key)]))
    case 'array':
      return def.element === undefined ? [] : [sample(def.element, name)]
    case 'record':
      return { [pick(['I.1', 'a', 'constructor', 'toString', 'hasOwnProperty', '', "'"])]: def.valueType === undefined ? null : sample(def.valueType, name) }
    case 'union':
      return sample(pick(def.options ?? []), name)
    case 'enum':
      return pick(Object.values(def.entries ?? {}))
    case 'literal':
      return def.values?.[0]
    case 'pipe':
      return def.in === undefined ? null : sample(def.in, name)
    case 'optional':
    case 'default':
      return pick([true, false]) || def.innerType === undefined ? undefined : sample(def.innerType, name)
    case 'nullable':
      return pick([true, false]) || def.innerType === undefined ? null : sample(def.innerType, name)
    case 'number':
      return pick([0, 1, 1, 2026, 10, 2 ** 31, 2 ** 53 - 1, -1])
    case 'boolean':
      return pick([true, false])
    case 'string':
      if (def.format === 'uuid') return known[name] ?? pick([...Object.values(commune.people), ...Object.values(commune.units), randomUUID()])
      if (/date|from|to$|deadline|self|superior|decide|month|on$/i.test(name)) return pick(['2026-11-20', '2026-10-01', '0001-01-01', '9999-12-31', '2026-02-28'])
      return known[name] ?? pick(['1', '5', 'a', "O'Neil", '%', '\\', 'N1', 'A'.repeat(90), '{"a":1}', '💥'])
    default:
      return pick(hostile)
  }
}

/** The value with one place in it, chosen at random, turned hostile. */
function spoiled(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || pick([0, 1, 2, 3]) === 0) return pick(hostile)
  const keys = Object.keys(value)
  if (keys.length === 0) return pick(hostile)
  const key = pick(keys)
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>
  copy[key] = spoiled(copy[key])
  return copy
}

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

function mustBeClean(answer: Awaited<ReturnType<typeof send>>, what: string): void {
  assert.ok(answer.statusCode < 500, `${what}: ${answer.statusCode} ${answer.body.slice(0, 300)}`)
  if (answer.statusCode < 400) return
  const { error } = answer.json<{ error?: { code?: unknown } }>()
  assert.match(String(error?.code), /^[a-z]+\.[a-z_.-]+$/, `${what}: ${answer.body.slice(0, 300)}`)
}

// A page of random forms per route; raising it finds more and takes longer.
const rounds = 12

for (const { name, route } of routes.filter(({ name }) => !name.startsWith('accounts.'))) {
  test(`${name} answers whatever it is sent without breaking down`, async () => {
    const params = () => (route.params === undefined ? {} : (sample(route.params, '') as Record<string, unknown>))
    const query = () => (route.query === undefined ? {} : (sample(route.query, '') as Record<string, unknown>))
    const body = route.body
    const bytes = isFileBody(body)
    const whole = (): Sent => ({
      params: params(),
      query: query(),
      ...(body === undefined ? {} : bytes ? { body: Buffer.from(pick(hostileText)), type: 'application/octet-stream' } : { body: JSON.stringify(sample(body, '')) }),
    })
    for (let round = 0; round < rounds; round++) {
      const good = whole()
      const tries: Sent[] = [good]
      if (Object.keys(good.params ?? {}).length > 0) tries.push({ ...good, params: spoiled(good.params) as Record<string, unknown> })
      if (route.query !== undefined) tries.push({ ...good, query: { ...good.query, [pick(Object.keys(route.query.shape))]: pick(hostileText) } })
      if (typeof good.body === 'string') tries.push({ ...good, body: JSON.stringify(spoiled(JSON.parse(good.body))) ?? 'null' })
      for (const sent of tries) mustBeClean(await send(route, sent), JSON.stringify(sent).replaceAll(/(.)\1{20,}/g, '$1…').slice(0, 600))
    }
    if (body === undefined) return
    for (const broken of ['{', '', '{"__proto__":{"a":1}}', '[]', 'null', '"x"', '{"a":'.repeat(50_000)]) mustBeClean(await send(route, { body: broken }), broken.slice(0, 40))
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', 'x']) mustBeClean(await send(route, { body: '{}', type }), type)
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
