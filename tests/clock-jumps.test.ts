import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, mock, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { catalogueRoutes, taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { operationsRoutes } from '#modules/operations/contract/routes.ts'
import { asId, type TenantId } from '#kernel/id.ts'
import { anchorFile, readAnchors } from '#platform/audit/anchor-file.ts'
import { anchorTenant } from '#platform/audit/keep-anchoring.ts'
import { keepSealing } from '#platform/audit/keep-sealing.ts'
import { countUnsealed } from '#platform/audit/seal.ts'
import { verifyExport } from '#platform/audit/verify-export.ts'
import { exportLedger } from '#platform/audit/write-export.ts'
import { inTenant, readerOf } from '#platform/db/database.ts'
import { accountsProgram, codeAt, type TestVisitor } from './setup/accounts-program.ts'
import { exportLines } from './setup/export-lines.ts'

const monday = new Date('2026-11-30T09:00:00Z')
const { program, browser, clock, signedIn, password } = await accountsProgram(import.meta, { now: monday })
const folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-clock-'))
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
let tenantId: TenantId
let clerk: TestVisitor
let productId = ''

// The machine's own clock jumps with the program's: ids and seals take their time from it.
mock.timers.enable({ apis: ['Date'], now: monday })
const problems: unknown[] = []
const sealing = keepSealing(program.db, (error) => problems.push(error))

before(async () => {
  tenantId = asId<'tenant'>((await program.db.selectFrom('tenant').select('id').executeTakeFirstOrThrow()).id)
  clerk = await signedIn('congchuc1')
  const { reply } = await clerk.send<{ items: { id: string }[] }>('GET', `${catalogueRoutes.listProducts.path}?limit=1&status=approved`)
  productId = reply.items[0]?.id ?? ''
})

after(async () => {
  await sealing.stop()
  mock.timers.reset()
  await rm(folder, { recursive: true, force: true })
})

/** Sets the machine's clock so far from the Monday on which all begins. */
function jump(ms: number): void {
  clock.now = new Date(monday.getTime() + ms)
  mock.timers.setTime(clock.now.getTime())
}

const isSignedIn = async (visitor: TestVisitor) => (await visitor.send<{ signedIn: boolean }>('GET', 'session')).reply.signedIn

function record(title: string, requestId: string = randomUUID()) {
  const body = { productId, title, quantity: 1, completed: 1, completedOn: '2026-11-05' }
  return clerk.send<{ taskId: string }>('POST', taskRoutes.addAdHocTask.path, body, { headers: { 'x-request-id': requestId } })
}

async function allSealed(): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if ((await inTenant(program.db, tenantId, 'read', (tx) => countUnsealed(readerOf(tx), tenantId))).entries === 0) return
    await sleep(25)
  }
  assert.fail(`entries stay unsealed at ${clock.now.toISOString()}`)
}

test('whoever is signed in stays so when the clock goes an hour ahead or back, and signs in again after a day', async () => {
  for (const [by, stays] of [[hour, true], [-hour, true], [day, false], [-day, false], [0, true]] as const) {
    jump(by)
    assert.equal(await isSignedIn(clerk), stays, `${by / hour} hours`)
    const fresh = await signedIn('congchuc2')
    assert.equal(await isSignedIn(fresh), true, `a new session, ${by / hour} hours`)
  }
})

test('a session begun while the clock was a year ahead ends when the clock is set right', async () => {
  jump(365 * day)
  const early = await signedIn('congchuc2')
  jump(0)
  assert.equal(await isSignedIn(early), false)
})

test('somebody delayed for wrong passwords while the clock was ahead is not delayed until then', async () => {
  jump(30 * day)
  const stranger = browser()
  for (let i = 0; i < 12; i++) await stranger.send('POST', 'sign-in', { username: 'mattran', password: 'sai mật khẩu' })
  assert.equal((await stranger.send('POST', 'sign-in', { username: 'mattran', password })).code, 'accounts.sign-in.too-many-attempts')
  jump(0)
  assert.equal((await stranger.send('POST', 'sign-in', { username: 'mattran', password })).status, 200)
})

test('one request is done once, whatever the clock says when it is sent again: over midnight, the end of the month and the year', async () => {
  const requestId = randomUUID()
  const { reply: first } = await record('Việc ngày cuối tháng', requestId)
  for (const by of [hour, -hour, 9 * hour, day, -day, 32 * day, 0]) {
    jump(by)
    clerk = await signedIn('congchuc1')
    const again = await record('Việc ngày cuối tháng', requestId)
    assert.deepEqual([again.status, again.reply], [200, first], `${by / hour} hours`)
  }
  const entries = await inTenant(program.db, tenantId, 'read', (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', tenantId).where('request_id', '=', requestId).select('id').execute())
  assert.equal(entries.length, 1)
})

test('what was recorded keeps its dates and its place in the period when the clock moves', async () => {
  const { reply } = await record('Việc của tháng mười một')
  const seen = async () => (await clerk.send<{ items: { title: string; dueOn?: string; completedOn?: string }[] }>('GET', `${taskRoutes.listTasks.path}?limit=5&who=me&search=${encodeURIComponent('tháng mười một')}`)).reply.items
  const onMonday = await seen()
  assert.equal(onMonday.length, 1, reply.taskId)
  for (const by of [day, -day, 0]) {
    jump(by)
    clerk = await signedIn('congchuc1')
    assert.deepEqual(await seen(), onMonday, `${by / hour} hours`)
  }
})

test('the chain takes every entry up within moments of a jump, in one order, and an export with its daily anchors verifies', async () => {
  const before = await chainLength()
  const jumps = [0, hour, 0, -hour, day, 0, -day, 15 * hour, 31 * day, -20 * day, 0]
  for (const by of jumps) {
    jump(by)
    clerk = await signedIn('congchuc1')
    assert.equal((await record(`Việc lúc ${clock.now.toISOString()}`)).status, 200)
    // Between the act and its seal, too.
    jump(by + 2 * hour)
    await allSealed()
    await anchorTenant(program.db, tenantId, { dataDir: folder, timestamp: null, problem: (error) => problems.push(error) }, clock.now)
  }
  jump(0)
  assert.ok((await chainLength()) >= before + jumps.length)
  assert.deepEqual(problems, [])
  const exported = await inTenant(program.db, tenantId, 'read', (tx) => exportLedger(readerOf(tx), tenantId, 1, clock.now))
  assert.ok(exported)
  const file = path.join(folder, 'so-nhat-ky.zip')
  await writeFile(file, exported.bytes)
  const lines = await exportLines(file)
  const anchors = await readAnchors(anchorFile(folder))
  assert.ok(anchors.length >= 3, `${anchors.length} anchors`)
  const report = await verifyExport(lines, { anchors })
  assert.equal(report.broken, null, JSON.stringify(report.broken))
  assert.equal(report.last, await chainLength())
  const moments = lines.flatMap((line) => (JSON.parse(line) as { entry?: { at: string } }).entry?.at ?? [])
  assert.notDeepEqual(moments, moments.toSorted(), 'the entries bear the times of a clock that jumped, and keep their order')
})

async function chainLength(): Promise<number> {
  const row = await inTenant(program.db, tenantId, 'read', (tx) => tx.selectFrom('ledger_link').where('tenant_id', '=', tenantId).select(({ fn }) => fn.max('seq').as('seq')).executeTakeFirst())
  return Number(row?.seq ?? 0)
}

test('the status page says that the clock was set back, until entries of the right time have followed', async () => {
  const concerns = async () => (await (await signedIn('quantri')).send<{ concerns: { kind: string; grave: boolean }[] }>('GET', operationsRoutes.operationsStatus.path)).reply.concerns
  const sign = { kind: 'clock-back', grave: true }
  jump(0)
  assert.deepEqual((await concerns()).filter(({ kind }) => kind === 'clock-back'), [sign], 'entries of next month are in the chain')
  jump(366 * day)
  assert.deepEqual((await concerns()).filter(({ kind }) => kind === 'clock-back'), [])
})

test('a code of an authenticator works once, also when the clock comes past its moment again, and the next one works at once', async () => {
  jump(0)
  const administrator = await signedIn('quantri')
  const { secret } = (await administrator.send<{ secret: string }>('POST', 'totp')).reply
  assert.equal((await administrator.send('POST', 'totp/confirm', { code: codeAt(secret, clock.now) })).status, 200)
  const enter = async (at: Date) => {
    const visitor = browser()
    await visitor.send('POST', 'sign-in', { username: 'quantri', password })
    return (await visitor.send('POST', 'second-factor', { code: codeAt(secret, at) })).code ?? 'signed in'
  }
  jump(5 * minute)
  const used = new Date(clock.now)
  assert.equal(await enter(used), 'signed in')
  for (const by of [hour, -hour, day, -day]) {
    jump(by)
    // The telephone's clock is right: its code is not that of the server's moment.
    assert.equal(await enter(used), 'accounts.code.wrong', `${by / hour} hours`)
  }
  jump(5 * minute)
  assert.equal(await enter(used), 'accounts.code.wrong', 'the moment of the used code, again')
  jump(6 * minute)
  assert.equal(await enter(clock.now), 'signed in')
})
