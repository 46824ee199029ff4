import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import pg from 'pg'
import type { Actor } from '#kernel/actor.ts'
import { asId, type PersonId } from '#kernel/id.ts'
import { grantedRoles } from '#modules/accounts/domain/roles.ts'
import type { Route } from '#platform/contract/route.ts'
import { fullCommune } from './rights/commune.ts'
import { bodiesFor, queriesFor, slowRoutes } from './rights/requests.ts'
import { everyRoute } from './rights/every-route.ts'
import { notFound } from './rights/asking.ts'
import { crawl } from './setup/crawl.ts'
import { plausibleRequest, type KnownIds } from './setup/plausible.ts'
import { smallCommune } from './setup/small-commune.ts'
import { undoCommands } from './setup/undo-commands.ts'
import { wholeServer } from './setup/whole-server.ts'

/** How many ids of its own kind each parameter is tried with; every id of every kind with STRANGERS=all. */
const all = process.env['STRANGERS'] === 'all'
const several = 2

const server = await wholeServer(import.meta)
const full = await fullCommune(server)
const { commune, ids } = full
const neighbour = await smallCommune(server)

/** Of accounts only what administrators do: the rest is about the own session, which dead sessions are tried on elsewhere. */
const routes = everyRoute.filter(({ name, route }) => route.permission !== 'public' && !(name.startsWith('accounts.') && route.permission === 'signed-in'))

// Whoever sees most: together they learn every id there is to learn.
const everything = (roles: readonly (typeof grantedRoles)[number][]) => server.signedIn(commune.tenantId, commune.people.officer, roles.map((role) => ({ role, unitId: null })))
const learnt = await crawl(server, everyRoute.map(({ route }) => route), [await everything(grantedRoles), commune.as.chair, commune.as.clerk], ids)
const secrets = [...new Set([...learnt.values()].flatMap((found) => [...found]))]

const nobody = (personId: PersonId | null): Actor => ({ accountId: asId<'account'>(randomUUID()), tenantId: commune.tenantId, personId, displayName: 'Người lạ', posts: [], grants: [] })
const retired = await server.signedIn(commune.tenantId, full.person['retired'] ?? commune.people.clerk)
assert.deepEqual(retired.actor.grants, [], 'access ends with the post')
const everyRole = await server.signedIn(neighbour.tenantId, neighbour.people.chair, grantedRoles.map((role) => ({ role, unitId: null })))

interface Stranger {
  readonly who: string
  readonly account: string
  /** Somebody of this committee without any right, or of another committee with every right there. */
  readonly ours: boolean
  /** Ids of their own. */
  readonly own: readonly string[]
}
const ownHoldings = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('organisation_holding').where('tenant_id', '=', commune.tenantId).where('person_id', '=', retired.actor.personId).select('id').execute())
const strangers: readonly Stranger[] = [
  { who: 'an account without post or role', account: server.as(nobody(null)).actor.accountId, ours: true, own: [] },
  { who: 'somebody whose post ended yesterday', account: retired.actor.accountId, ours: true, own: [String(retired.actor.personId), ...ownHoldings.map(({ id }) => id)] },
  { who: 'somebody of a neighbour with every role', account: everyRole.actor.accountId, ours: false, own: [] },
]

/** Open to whoever is signed in: the law itself, and what is one's own, of which there is nothing. */
const ownThings: ReadonlySet<string> = new Set(['evaluation.listRulebooks', 'evaluation.getRulebook', 'evaluation.myWork', 'newsroom.getOwnRoyalties', 'newsroom.getOwnWork', 'personal-data.ownData', 'personal-data.ownCopy', 'personal-data.fileRequest', 'personal-data.myRequests'])

await undoCommands(server.database)

const figures = { checks: 0 }

interface Heard {
  readonly status: number
  readonly code: string
  /** What was said, with every id blotted out: ids of the question come back in refusals. */
  readonly said: string
}

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

async function ask(name: string, route: Route, account: string | null, used: KnownIds, own: readonly string[] = []): Promise<Heard> {
  const sent = route.body === undefined ? {} : { body: bodiesFor(full, used)[name] }
  const { method, url, payload, contentType } = plausibleRequest(route, used, { ...sent, query: queriesFor(used)[name] ?? {} })
  const answer = await server.app.inject({
    method,
    url,
    headers: { 'x-request-id': randomUUID(), ...(account === null ? {} : { 'x-test-account': account }), ...(contentType === undefined ? {} : { 'content-type': contentType }) },
    ...(payload === undefined ? {} : { payload }),
  })
  figures.checks += 1
  const question = `${url} ${payload === undefined ? '' : String(payload)}`
  const told = secrets.filter((secret) => answer.body.includes(secret) && !question.includes(secret) && !own.includes(secret))
  assert.deepEqual(told, [], `ids of the committee in ${answer.body.slice(0, 300)}`)
  const code = answer.statusCode < 400 ? '' : answer.json<{ error: { code: string } }>().error.code
  return { status: answer.statusCode, code, said: `${String(answer.headers['content-type'])} ${answer.statusCode < 400 ? '' : answer.body.replaceAll(anyId, 'id')}` }
}

/** The ids a parameter is tried with: of its kind, and for the thorough of every other kind too, as far as the contract takes them. */
function triedFor({ params }: Route, parameter: string): string[] {
  const known = [...(learnt.get(parameter) ?? [])]
  const shape = params?.shape[parameter] as { safeParse(value: string): { success: boolean } } | undefined
  return (all ? [...new Set([...known, ...secrets])] : known.slice(0, several)).filter((id) => shape?.safeParse(id).success === true)
}

/** Everything the committee has but its ledger, as one print. */
async function printOfTheFirst(): Promise<string> {
  const client = new pg.Client({ connectionString: server.database.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ table_name: string }>(`select table_name from information_schema.columns where column_name = 'tenant_id' and table_schema = 'public' and table_name not like 'kept_%' and table_name not like 'ledger_%' order by 1`)
  const prints: string[] = []
  for (const { table_name: table } of rows) {
    const { rows: found } = await client.query<{ print: string | null }>(`select md5(string_agg(t::text, '' order by t::text)) as print from "${table}" t where tenant_id = $1`, [commune.tenantId])
    prints.push(`${table} ${found[0]?.print ?? ''}`)
  }
  await client.end()
  return prints.join('\n')
}

const before = await printOfTheFirst()

test('the crawl learnt what there is to learn', () => {
  assert.ok(routes.length > 150 && secrets.length > 60, `${routes.length} routes, ${secrets.length} ids`)
  const parameters = new Set(routes.flatMap(({ route }) => [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')))
  const without = [...parameters].filter((name) => !learnt.has(name) && ids[name] === undefined)
  assert.deepEqual(without, ['id'], 'parameters of which nothing real is known')
  for (const name of ownThings) assert.ok(routes.some((route) => route.name === name), `${name} is no route`)
})

for (const { name, route } of routes) {
  const parameters = [...route.path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter ?? '')
  const real: KnownIds = route.path.startsWith('/api/evaluation/') ? { ...ids, importId: 'a'.repeat(64) } : route.path.includes('/of/:kind/') ? { ...ids, kind: 'task', id: ids['taskId'] ?? '' } : ids
  // The same question about things that are nowhere.
  const nowhere: KnownIds = Object.fromEntries(Object.entries(real).map(([key, id]) => [key, id.replaceAll(anyId, () => randomUUID())]))

  test(`${name}: strangers hear of what is there what they hear of what is not`, async () => {
    const unsigned = await ask(name, route, null, real)
    assert.deepEqual([unsigned.status, unsigned.code], [401, 'platform.not-signed-in'], 'who is there is asked before anything else')
    assert.equal((await ask(name, route, randomUUID(), real)).status, 401)

    for (const { who, account, ours, own } of strangers) {
      if (!all && !ours && slowRoutes.has(name) && parameters.length === 0) continue
      const nothing = await ask(name, route, account, nowhere, own)
      const tries = [real, ...(ownThings.has(name) ? [] : parameters).flatMap((parameter) => triedFor(route, parameter).map((id) => ({ ...real, [parameter]: id })))]
      for (const used of tries) {
        if (Object.values(used).some((id) => own.includes(id))) continue
        const heard = await ask(name, route, account, used, own)
        if (ownThings.has(name)) {
          assert.ok(heard.status < 400 || heard.code.startsWith('personal-data.') || heard.said.includes('undone'), `${who}: ${heard.status} ${heard.said}`)
          continue
        }
        assert.deepEqual(heard, nothing, `${who} with ${JSON.stringify(parameters.map((parameter) => used[parameter]))}`)
        if (ours || parameters.some((parameter) => parameter.endsWith('Id') && parameter !== 'rulebookId' && parameter !== 'importId')) {
          assert.ok(heard.status >= 400 && heard.status < 500, `${who} was let in: ${heard.status}`)
          if (ours || route.method === 'GET') assert.match(heard.code, notFound, who)
        }
      }
    }
  })
}

test('nothing of the committee was changed by any of them', async (context) => {
  assert.equal(await printOfTheFirst(), before)
  const accounts = strangers.map(({ account }) => account)
  const entries = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', commune.tenantId).where('account_id', 'in', accounts).select('action').distinct().execute())
  assert.deepEqual(entries.map(({ action }) => action), ['personal-data.own-copy.taken'], 'a copy of what is held of oneself is everybody’s right')
  context.diagnostic(`${routes.length} routes, ${secrets.length} ids learnt by the crawl, ${figures.checks} checks as a stranger`)
})
