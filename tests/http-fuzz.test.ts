import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { seededDraw } from '#modules/evaluation/sample/seeded-draw.ts'
import { drawRequest, kinds, operationsOf, type FuzzRequest, type Operation } from './fuzz/draw-request.ts'
import { fuzzedProgram, type FuzzUser } from './fuzz/fuzzed-program.ts'
import { judge } from './fuzz/judge-answer.ts'
import { createLearned } from './fuzz/learned.ts'
import { createSender, type FuzzAnswer } from './fuzz/send-request.ts'
import { idOf } from './fuzz/value-of-schema.ts'

// FUZZ_MINUTES=10 FUZZ_SEED=7 goes on for ten minutes from another beginning; a failure prints the seed.
const minutes = Number(process.env['FUZZ_MINUTES'] ?? 0)
const seed = process.env['FUZZ_SEED'] ?? '335'
// Forms of a whole commune as PDF take some seconds, four at once on a busy machine many.
const limitMs = 60_000
const together = 4
/** How often every operation is tried at least. */
const passes = 3

const fuzzed = await fuzzedProgram(import.meta)
const { accounts, users, port } = fuzzed
const operations = operationsOf((await accounts.send('GET', '/api/openapi.json')).reply)
const sender = createSender(port, limitMs)
after(() => sender.end())
const learned = createLearned({ rulebookId: ['nd-335-2025', 'nd-335-2025-organisation', '366-qd-tw'], rater: ['self', 'superior'], month: ['2026-10-01'], username: users.map((user) => user.name), password: [accounts.password] })
const draw = seededDraw(seed)

interface Try {
  readonly operation: Operation
  readonly user: FuzzUser
  readonly request: FuzzRequest
}

const statuses = new Map<number, number>()
const succeeded = new Set<string>()
const faults: string[] = []
/** Per operation: commands acknowledged, and how many of those the ledger knows. */
const kept = new Map<string, { acknowledged: number; known: number }>()
let sent = 0
let slowest = { ms: 0, what: '' }
const began = performance.now()
const base = accounts.clock.now.getTime()

const requestIdOf = ({ headers }: FuzzRequest): string | undefined => headers.find(([name]) => name === 'x-request-id')?.[1]

function describe({ operation, user, request }: Try): string {
  const short = (text: string, longest: number): string => text.replaceAll(/(%?.{1,2})\1{20,}/g, '$1…').slice(0, longest)
  const body = request.body === undefined ? '' : ` ${short(request.body.toString('utf8'), 1_500)}`
  return `seed ${seed}, request ${sent}: ${operation.id} as ${user.name} (${request.kind}) ${request.method} ${short(request.url, 600)} ${short(JSON.stringify(request.headers), 400)}${body}`
}

/** Sends some requests at once and judges what comes back, in the order they were drawn; answers those worth sending again. */
async function round(tries: readonly Try[]): Promise<Try[]> {
  accounts.clock.now = new Date(base + performance.now() - began)
  const cookies = await Promise.all(tries.map(({ user }) => user.cookie(false)))
  const answers = await Promise.all(tries.map(({ request }, at) => sender.send(request, cookies[at])))
  for (const [at, one] of tries.entries()) take(one, answers[at] as FuzzAnswer)
  await compareWithLedger(tries, answers)
  for (const [at, { user }] of tries.entries()) if (answers[at]?.status === 401 && user.name !== 'nobody') await user.cookie(true)
  return tries.flatMap((one, at) => withVersion(one, answers[at] as FuzzAnswer) ?? [])
}

/** The same act on the version that its refusal names, so that what stands behind that check is reached. */
function withVersion(one: Try, { status, body }: FuzzAnswer): Try | undefined {
  if (status !== 409 || one.request.kind !== 'valid' || one.operation.body?.type !== 'application/json') return undefined
  const { version } = (JSON.parse(body.toString('utf8')) as { error: { data: { version?: unknown } } }).error.data
  const asked = JSON.parse(one.request.body?.toString('utf8') ?? 'null') as unknown
  if (typeof version !== 'number' || typeof asked !== 'object' || asked === null || !('version' in asked)) return undefined
  const headers = one.request.headers.map(([name, value]): readonly [string, string] => [name, name === 'x-request-id' ? idOf(draw) : value])
  return { ...one, request: { ...one.request, headers, body: Buffer.from(JSON.stringify({ ...asked, version })) } }
}

function take(one: Try, answer: FuzzAnswer): void {
  sent += 1
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
  if (answer.ms > slowest.ms) slowest = { ms: answer.ms, what: `${one.operation.id} as ${one.user.name}` }
  const thrown = fuzzed.thrown.splice(0)
  const wrong = judge(one.request, answer, one.user.foreign)
  if (wrong.length > 0) faults.push(`${wrong.join('; ')}\n  ${describe(one)}\n  ${answer.body.toString('utf8').slice(0, 300)}\n  ${thrown.join('\n  ')}`)
  if (answer.status !== 200) return
  succeeded.add(one.operation.id)
  if (one.user.name === 'langgieng') return
  if (String(answer.headers['content-type']).includes('json')) learned.take(one.operation.path, JSON.parse(answer.body.toString('utf8') || 'null'))
  else learned.takeFile(answer.body)
}

/** What was refused left nothing in the ledger; what was acknowledged is there, or is of an operation that never is. */
async function compareWithLedger(tries: readonly Try[], answers: readonly FuzzAnswer[]): Promise<void> {
  const commands = tries.flatMap((one, at) => {
    const id = requestIdOf(one.request)
    const status = answers[at]?.status ?? 0
    return id === undefined || !/^[0-9a-f-]{36}$/.test(id) || one.request.kind === 'wire' || status === 0 ? [] : [{ one, id, status }]
  })
  if (commands.length === 0) return
  const known = await fuzzed.done(commands.map(({ id }) => id))
  for (const { one, id, status } of commands) {
    if (status >= 400 && known.has(id)) faults.push(`refused with ${status}, but in the ledger\n  ${describe(one)}`)
    if (status >= 400) continue
    const count = kept.get(one.operation.id) ?? { acknowledged: 0, known: 0 }
    kept.set(one.operation.id, { acknowledged: count.acknowledged + 1, known: count.known + (known.has(id) ? 1 : 0) })
  }
}

const userNamed = (wanted: string): FuzzUser => users.find(({ name }) => name === wanted) ?? assert.fail(`no user ${wanted}`)

/** Half of the time as somebody with many rights, so that what stands behind them is reached. */
function drawTry(operation: Operation): Try {
  const user = draw.next() < 0.45 ? userNamed(draw.pick(['chutich', 'tochuc', 'quantri'])) : draw.pick(users)
  return { operation, user, request: drawRequest(draw, learned, operation, draw.pick([...kinds, 'valid', 'valid', 'near'] as const)) }
}

/** Reads every page with what is known, so that what was written can also be read, and ids are learned. */
async function readEverything(names: readonly string[]): Promise<void> {
  const reads = operations.filter(({ method }) => method === 'GET').flatMap((operation) => names.map((name) => ({ operation, user: userNamed(name), request: drawRequest(draw, learned, operation, 'valid') })))
  for (let at = 0; at < reads.length; at += together) await round(reads.slice(at, at + together))
}

test('the judge sees what it is there for', () => {
  const request: FuzzRequest = { kind: 'valid', method: 'GET', url: '/x', headers: [], body: undefined }
  const headers = { 'content-type': 'application/json', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'self'" }
  const answer = (status: number, body: unknown, more: object = {}): FuzzAnswer => ({ status, headers: { ...headers, ...more }, body: Buffer.from(JSON.stringify(body)), ms: 1, failed: undefined })
  const refusal = { error: { code: 'platform.not-found', data: {} } }
  assert.deepEqual(judge(request, answer(404, refusal), []), [])
  assert.equal(judge(request, answer(500, refusal), []).length, 1)
  assert.deepEqual(judge(request, answer(503, refusal), []), [])
  assert.equal(judge(request, answer(400, { message: 'Bad Request' }), []).length, 1)
  assert.equal(judge(request, answer(404, refusal, { 'content-security-policy': undefined }), []).length, 1)
  assert.equal(judge(request, answer(400, { error: { code: 'a.b', data: { at: 'at run (/x/node_modules/y.ts:3)' } } }), []).length, 1)
  assert.equal(judge(request, answer(200, { name: 'Láng Giềng' }), ['Láng Giềng']).length, 1)
  assert.equal(judge(request, { ...answer(200, {}), failed: 'hung' }, []).length, 1)
  Object.defineProperty(Object.prototype, 'polluted', { value: 1, configurable: true, enumerable: true })
  try {
    assert.equal(judge(request, answer(200, {}), []).length > 0, true)
  } finally {
    Reflect.deleteProperty(Object.prototype, 'polluted')
  }
})

test('whatever anybody sends to any route, the program answers in its own words and keeps what it acknowledged', { timeout: minutes === 0 ? 170_000 : minutes * 60_000 + 900_000 }, async (t) => {
  assert.ok(operations.length > 150, `${operations.length} operations`)
  await readEverything(['chutich'])
  const end = performance.now() + minutes * 60_000
  for (let pass = 0; (pass < passes || performance.now() < end) && faults.length < 40; pass++) {
    const order = draw.pickSome(operations, operations.length)
    for (let at = 0; at < order.length; at += together) await round(await round(order.slice(at, at + together).map(drawTry)))
  }
  await readEverything(minutes > 0 ? ['tochuc', 'chutich', 'congchuc1', 'langgieng', 'nobody'] : ['tochuc'])
  const ready = await accounts.send('GET', '/readyz')
  t.diagnostic(`${sent} requests in ${Math.round((performance.now() - began) / 1000)} s, seed ${seed}; ${succeeded.size} of ${operations.length} operations done at least once; by status ${[...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`).join(', ')}; slowest ${Math.round(slowest.ms)} ms ${slowest.what}`)
  assert.deepEqual(faults, [])
  assert.equal(ready.status, 200)
  assert.deepEqual(await fuzzed.damage(), [])
  assert.deepEqual([...kept].filter(([, { acknowledged, known }]) => known !== 0 && known !== acknowledged), [], 'an operation that writes the ledger always does')
  assert.ok((statuses.get(200) ?? 0) > sent / 15, 'enough of it was taken to reach the inside')
})
