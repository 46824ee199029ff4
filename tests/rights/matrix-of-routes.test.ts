import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#kernel/refusal.ts'
import { isFileBody } from '#platform/contract/route.ts'
import { undoCommands } from '#tests/setup/undo-commands.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { views, type View } from './abilities.ts'
import { actors } from './actors.ts'
import { createAsking, requestTo } from './asking.ts'
import { fullCommune } from './commune.ts'
import { everyRoute } from './every-route.ts'
import type { Somebody } from './people.ts'
import { slowRoutes } from './requests.ts'
import { rules } from './rules.ts'
import { put, statesOf, type State } from './states.ts'
import { thingKinds, type Thing } from './things.ts'

/** By default about this many requests, walking through everything; everything with MATRIX=all. */
const all = process.env['MATRIX'] === 'all'
const wanted = 700

const server = await wholeServer(import.meta)
server.app.addHook('onError', async (request, _reply, error) => {
  if (!(error instanceof Refusal) && !error.message.includes('undone')) process.stderr.write(`${request.method} ${request.url}: ${error.stack ?? error.message}\n`)
})
const full = await fullCommune(server)
const ask = await createAsking(server, full)
await undoCommands(server.database)

/** Of accounts only what administrators do: the rest is about the own session, which the tests of accounts try. */
const routes = everyRoute.filter(({ name, route }) => route.permission !== 'public' && !(name.startsWith('accounts.') && route.permission === 'signed-in'))

/** The statuses that differ from thing to thing, for a failure to say. */
function statusOf({ subject, campaign, file, column, task, edition, round, unitFile, meeting, petition }: Thing): string {
  return JSON.stringify({ subject, campaign, file, column, task, edition, round, unitFile, meeting, petition })
}

const fits = { hidden: ['hidden'], refused: ['refused'], open: ['done'], admitted: ['done', 'refused'] } as const
const tried = { requests: 0, hidden: 0, refused: 0, done: 0, theirs: 0 }
const done = new Set<string>()

/** A neighbour is asked about our things only: lists and new things would be its own, and workbooks are found by their content. */
function asks(who: Somebody, { route, name }: (typeof routes)[number]): boolean {
  return who.ours || (/:(?!rulebookId|importId)\w+/.test(route.path) && rules[name]?.about !== 'nothing')
}

test('every request is one its route takes: else all would be refused for what was sent', () => {
  const wrong = routes.flatMap(({ name, route }) => {
    const { url, payload } = requestTo(full, name, route, { ids: full.ids })
    const asked = [
      [route.query, Object.fromEntries(new URL(url, 'http://localhost').searchParams)],
      [isFileBody(route.body) ? undefined : route.body, typeof payload === 'string' ? JSON.parse(payload) : undefined],
    ] as const
    return asked.flatMap(([schema, sent]) => (schema?.safeParse(sent).success === false ? [`${name}: ${JSON.stringify(sent)}`] : []))
  })
  assert.deepEqual(wrong, [])
})

for (const kind of thingKinds) {
  test(`routes about ${kind}: everybody gets in every status what the rule says`, async () => {
    const about = routes.filter(({ name }) => rules[name]?.about === kind)
    const states = statesOf(kind, full)
    const step = all ? 1 : Math.max(1, Math.ceil((about.length * actors.length * states.length * thingKinds.length) / wanted))
    const wrong: string[] = []
    let at = 0
    for (const state of states) {
      await put(state, full)
      for (const one of about) {
        const rule = rules[one.name]
        assert.ok(rule !== undefined)
        for (const who of actors) {
          at += 1
          if (at % step !== 0 || !asks(who, one)) continue
          const expected = rule.answer(who, state.thing)
          const theirs = expected === 'admitted' || expected === 'open'
          if (theirs && !all && slowRoutes.has(one.name)) continue
          const { outcome, code } = await ask(one.name, who, { ids: state.ids })
          tried.requests += 1
          tried[outcome] += 1
          if (outcome === 'done') done.add(one.name)
          if (theirs) tried.theirs += 1
          if (!(fits[expected] as readonly string[]).includes(outcome)) {
            wrong.push(`${one.name} as ${who.name} — ${statusOf(state.thing)}\n  the rule: ${rule.says}\n  by the rule ${expected}, found ${outcome} ${code}`)
          }
        }
      }
    }
    assert.equal(wrong.length, 0, `${wrong.length} answers differ from the rules:\n${wrong.slice(0, 40).join('\n')}`)
  })
}

const abilities = { replies: 0, shown: 0, announced: 0, notShown: 0 }

for (const kind of thingKinds.filter((each) => views.some((view) => view.about === each))) {
  test(`replies about ${kind}: what they say may be done is done, and what they do not say is not`, async () => {
    const about = views.filter((view) => view.about === kind)
    const states = statesOf(kind, full)
    const acts = about.reduce((sum, view) => sum + Object.keys(view.uses).length, 0)
    const step = all ? 1 : Math.max(1, Math.ceil((acts * actors.length * states.length * 8) / wanted))
    const wrong: string[] = []
    let at = 0
    for (const state of states) {
      const turn = about.map((view) => ({ view, people: actors.filter((who) => who.ours && ++at % step === 0) }))
      if (turn.every(({ people }) => people.length === 0)) continue
      await put(state, full)
      for (const { view, people } of turn) {
        for (const who of people) wrong.push(...(await wrongAbilities(view, who, state)))
      }
    }
    assert.equal(wrong.length, 0, `${wrong.length} abilities are wrong:\n${wrong.slice(0, 60).join('\n')}`)
  })
}

/** Uses every ability of a reply, shown or not, and says which were done without being shown or the reverse. */
async function wrongAbilities(view: View, who: Somebody, state: State): Promise<string[]> {
  const seen = await ask(view.route, who, { ids: state.ids })
  const shown = seen.outcome === 'done' ? view.shown(JSON.parse(seen.body) as Parameters<typeof view.shown>[0], state.ids) : []
  const wrong: string[] = []
  abilities.replies += 1
  for (const [act, use] of Object.entries(view.uses)) {
    // Where two abilities are used in one way, either of them may be meant.
    const meant = shown.some((other) => view.uses[other] === use)
    const { outcome, code } = await ask(use.route, who, { ids: { ...state.ids, ...use.ids }, ...(use.body === undefined ? {} : { body: use.body }) })
    const announced = meant && use.unless?.includes(code) === true
    if (announced) abilities.announced += 1
    if (meant) abilities.shown += 1
    else abilities.notShown += 1
    if (!announced && meant !== (outcome === 'done')) wrong.push(`${view.route}: ${act} ${meant ? 'is shown' : 'is not shown'} to ${who.name}, and ${outcome} ${code} — ${statusOf(state.thing)}`)
  }
  return wrong
}

test('figures of the matrix of routes', (context) => {
  assert.ok(tried.hidden + tried.refused > tried.theirs, 'most people may not do most things')
  assert.ok(abilities.shown > 0 && abilities.notShown > abilities.shown)
  context.diagnostic(`${routes.length} routes, ${tried.requests} requests: ${tried.hidden} hidden, ${tried.refused} refused, ${tried.done} done and undone`)
  context.diagnostic(`${abilities.replies} replies with abilities: ${abilities.shown} shown and used, ${abilities.announced} of them with an obstacle the reply announces; ${abilities.notShown} not shown and refused`)
  if (all) context.diagnostic(`never done, because of what was sent: ${routes.flatMap(({ name }) => (done.has(name) ? [] : [name])).join(', ')}`)
})
