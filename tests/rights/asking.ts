import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Actor } from '#kernel/actor.ts'
import { asId } from '#kernel/id.ts'
import type { Route } from '#platform/contract/route.ts'
import { plausibleRequest, type KnownIds, type PlausibleRequest } from '#tests/setup/plausible.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import type { TestServer } from '#tests/setup/test-server.ts'
import { wasDone } from '#tests/setup/undo-commands.ts'
import { actors } from './actors.ts'
import type { FullCommune } from './commune.ts'
import { everyRoute } from './every-route.ts'
import { actorOf, type Somebody } from './people.ts'
import { bodiesFor, queriesFor } from './requests.ts'

/** How a route answered: as if there were nothing, with another refusal, or by doing it. */
export interface Answered {
  readonly outcome: 'hidden' | 'refused' | 'done'
  /** Code of the refusal; empty when done. */
  readonly code: string
  readonly body: string
}

/** What is asked beside the usual: other ids, a body over the usual one. */
export interface Asked {
  readonly ids: KnownIds
  readonly body?: object
}

/** Codes that say there is no such thing; to say so in the same words is the point of them. */
export const notFound = /^(platform|[a-z-]+\.[a-z-]+)\.not-found$/

/** One name stands for two things here and there: workbooks of evaluation are kept by their content, stubs are about a task. */
function idsFor({ path }: Route, ids: KnownIds): KnownIds {
  if (path.startsWith('/api/personal-data/classified/of/')) return { ...ids, kind: 'task', id: ids['taskId'] ?? '' }
  return path.startsWith('/api/evaluation/') ? { ...ids, importId: 'a'.repeat(64) } : ids
}

/** What is sent to a route by its name. */
export function requestTo(full: FullCommune, name: string, route: Route, { ids, body }: Asked): PlausibleRequest {
  const sent = { ...bodiesFor(full, ids)[name], ...body }
  return plausibleRequest(route, idsFor(route, ids), { ...(route.body === undefined ? {} : { body: sent }), query: queriesFor(ids)[name] ?? {} })
}

/** Signs everybody in, with the rights the program gives them today, and asks routes as them. */
export async function createAsking(server: TestServer, full: FullCommune): Promise<(name: string, who: Somebody, asked: Asked) => Promise<Answered>> {
  const accounts = await signedInAs(server, full)
  const routes = new Map(everyRoute.map(({ name, route }) => [name, route]))
  return async (name, who, asked) => {
    const route = routes.get(name)
    assert.ok(route !== undefined, `${name} is no route`)
    const { method, url, payload, contentType } = requestTo(full, name, route, asked)
    const answer = await server.app.inject({
      method,
      url,
      headers: { 'x-request-id': randomUUID(), 'x-test-account': accounts.get(who) ?? '', ...(contentType === undefined ? {} : { 'content-type': contentType }) },
      ...(payload === undefined ? {} : { payload }),
    })
    if (wasDone(answer)) return { outcome: 'done', code: '', body: answer.body }
    const { code } = (JSON.parse(answer.body) as { error: { code: string } }).error
    assert.ok(answer.statusCode < 500 && code !== 'platform.invalid-input', `${name} was asked badly: ${payload === undefined ? '' : String(payload)} ${answer.statusCode} ${answer.body}`)
    return { outcome: notFound.test(code) ? 'hidden' : 'refused', code, body: answer.body }
  }
}

async function signedInAs(server: TestServer, full: FullCommune): Promise<ReadonlyMap<Somebody, string>> {
  const neighbour = await smallCommune(server)
  const found = new Map<Somebody, string>()
  for (const who of actors) {
    const tenantId = who.ours ? full.commune.tenantId : neighbour.tenantId
    const units = who.ours ? full.unit : { committee: neighbour.units.XA, office: neighbour.units.VP, division: neighbour.units.KT, team: neighbour.units.VP, party: neighbour.units.XA }
    const described = actorOf(who, { unit: (place) => units[place], person: (name) => full.person[name] ?? asId<'person'>(name), tenant: tenantId })
    // Without a post there is nothing to derive; what is derived of posts is compared below.
    if (described.personId === null || who.posts.length === 0) {
      found.set(who, server.as({ ...described, accountId: asId<'account'>(randomUUID()) }).actor.accountId)
      continue
    }
    const { actor } = await server.signedIn(tenantId, described.personId, who.roles.map(({ role, over }) => ({ role, unitId: over === null ? null : units[over] })))
    const order = (grants: Actor['grants']): string[] => grants.map((grant) => `${grant.permission} ${grant.unitId ?? ''}`).toSorted()
    assert.deepEqual(order(actor.grants), order(described.grants), `${who.name} is in the program what the matrix says they are`)
    found.set(who, actor.accountId)
  }
  return found
}
