import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newsroomRefusals } from '../../domain/refusals.ts'
import { createApp } from '#platform/http/app.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import type { Caller } from '#tests/setup/test-server.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { rundownEventsPath } from '../../contract/rundown-events.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { createEventHub, type Watcher } from './event-hub.ts'
import { registerRundownEvents } from './events.ts'
import type { RundownId } from './rundown-row.ts'

const server = await wholeServer(import.meta)
const other = await createApp({ log: false, refusals: [newsroomRefusals] })
const left = new Set<string>()
let [one, two] = ['', '']

before(async () => {
  one = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const sessionOf: typeof server.services.sessionOf = (headers, now) => (left.has(String(headers['x-test-account'])) ? Promise.resolve(null) : server.services.sessionOf(headers, now))
  registerRundownEvents(other, { ...server.services, sessionOf }, { lookMs: 50, checkMs: 50 })
  two = await other.listen({ port: 0, host: '127.0.0.1' })
})
after(() => other.close())

/** An open screen: what it was told, and waiting for more. */
async function watch(address: string, who: Caller, rundownId: string, query = '') {
  const giveUp = new AbortController()
  const reply = await fetch(`${address}${rundownEventsPath.replace(':rundownId', rundownId)}${query}`, { headers: { 'x-test-account': who.actor.accountId }, signal: giveUp.signal })
  const told: string[] = []
  let text = ''
  let ended = false
  const reading = (async () => {
    for await (const part of reply.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += part
      told.splice(0, Infinity, ...[...text.matchAll(/^data: (.+)$/gm)].map(([, data]) => data ?? ''))
    }
  })().then(() => (ended = true), () => (ended = true))
  const until = async (done: () => boolean) => {
    for (let waited = 0; !done() && waited < 5000; waited += 10) await new Promise((resolve) => setTimeout(resolve, 10))
    assert.ok(done(), `told ${told.join(' ')}`)
  }
  return { reply, told, until, isEnded: () => ended, close: async () => (giveUp.abort(), reading) }
}

async function rundown() {
  const { tenantId, people, units } = await smallCommune(server)
  const producer = await server.signedIn(tenantId, people.typist, [{ role: 'producer', unitId: units.XA }])
  const reporter = await server.signedIn(tenantId, people.clerk, [{ role: 'reporter', unitId: units.VP }])
  const stranger = await server.signedIn(tenantId, people.engineer, [])
  const { id } = await producer.call(rundownRoutes.createRundown, { body: { name: 'Thời sự', date: '2026-11-20', startMs: 0, outMs: null } })
  const add = (title: string) => producer.call(rundownRoutes.addItem, { params: { rundownId: id }, body: { item: { kind: 'ident', title }, plannedMs: null, after: null } })
  return { producer, reporter, stranger, id, add }
}

test('an open screen hears at once how a rundown stands and of every change, also of one made through another server', async () => {
  const { reporter, id, add } = await rundown()
  const [here, there] = [await watch(one, reporter, id, `?account=${reporter.actor.accountId}`), await watch(two, reporter, id)]
  assert.equal(here.reply.headers.get('content-type'), 'text/event-stream; charset=utf-8')
  await Promise.all([here.until(() => here.told.length === 1), there.until(() => there.told.length === 1)])
  assert.deepEqual(here.told, there.told)
  const begun = performance.now()
  await add('Hình hiệu')
  await here.until(() => here.told.length === 2)
  assert.ok(performance.now() - begun < 900, 'its own server does not wait for the next look')
  await there.until(() => there.told.length === 2)
  await here.close()
  await add('Quảng cáo')
  const again = await watch(one, reporter, id)
  await again.until(() => again.told.length === 1)
  assert.notEqual(again.told[0], here.told[1], 'who was away learns that something happened')
  await Promise.all([again.close(), there.close()])
})

test('whoever is signed out or may not see it hears nothing', async () => {
  const { reporter, stranger, id, add } = await rundown()
  assert.equal((await watch(two, stranger, id)).reply.status, 404)
  assert.equal((await watch(two, reporter, 'x')).reply.status, 404)
  assert.equal((await watch(one, reporter, id, '?account=somebody')).reply.status, 401)
  const screen = await watch(two, reporter, id)
  await screen.until(() => screen.told.length === 1)
  left.add(reporter.actor.accountId)
  await screen.until(screen.isEnded)
  await add('Sau đó')
  assert.equal(screen.told.length, 1)
  assert.equal((await watch(two, reporter, id)).reply.status, 401)
})

test('thirty screens are one question to the database, and none when nobody looks on', async () => {
  let asked = 0
  const hub = createEventHub((_tenant, ids) => {
    asked += 1
    return Promise.resolve(new Map(ids.map((id) => [id, String(asked)])))
  }, { lookMs: 1_000_000, checkMs: 1_000_000 })
  const told: string[] = []
  const watcher = (): Watcher => ({ tenantId: 't' as Watcher['tenantId'], rundownId: 'r' as RundownId, send: (stamp) => void told.push(stamp), mayStay: () => Promise.resolve(true), end: () => undefined, beat: () => undefined })
  const stops = Array.from({ length: 30 }, () => hub.follow(watcher()))
  await hub.look()
  await hub.look()
  const before = asked
  assert.ok(before <= 4, String(asked))
  assert.ok(told.length >= 30)
  await hub.look()
  assert.equal(asked, before + 1)
  for (const stop of stops) stop()
  await hub.look()
  assert.equal(asked, before + 1)
})
