import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CampaignId, ProductId, TaskId } from '#kernel/id.ts'
import { sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import type { SheetContent } from '#modules/evaluation/domain/sheet-content.ts'
import { evaluationSenders } from '#modules/evaluation/web/offline/senders.ts'
import type { AdHocTask } from '#modules/evaluation/web/offline/send-ad-hoc-task.ts'
import type { TaskResult } from '#modules/evaluation/web/offline/send-task-result.ts'
import { contentOf, differencesOf, emptyContent, mergeSheets, proposedSides } from '#modules/evaluation/web/sheet/sheet-content.ts'
import { RefusedError } from '#platform/web/client.ts'
import { openOutbox, type Lane, type Outbox, type WorkAbout } from '#platform/web/offline/outbox.ts'
import type { Stored } from '#platform/web/offline/save-queue.ts'
import { openVault } from '#platform/web/offline/open-vault.ts'
import type { Vault } from '#platform/web/offline/vault.ts'
import { openOctober } from './setup/evaluation-campaigns.ts'
import { assign, withProduct } from './setup/evaluation-tasks.ts'
import { smallCommune, type SmallCommune } from './setup/small-commune.ts'
import { wholeServer } from './setup/whole-server.ts'
import { overWeakLink, seeded, type Fate } from './setup/weak-link.ts'

const seeds = Number(process.env['CUTS'] ?? 50)
const server = await wholeServer(import.meta)
let commune: SmallCommune
let campaignId: CampaignId
let productId: ProductId
let taskId: TaskId

before(async () => {
  commune = await smallCommune(server)
  campaignId = await openOctober(commune)
  productId = await withProduct(commune)
  taskId = await assign(commune.as.officeHead, commune.people.clerk, productId)
})

const cells = { one: ['I.1', 'II.1', 'III.1'], other: ['I.2', 'II.2', 'III.2'], both: ['II.3'] } as const
const about = (kind: string, params: WorkAbout['params'] = {}): WorkAbout => ({ kind, params, title: { vi: '', en: '' }, detail: '', place: '/' })

/** Where the two browsers of one person stand in one round of cuts. */
interface Round {
  readonly random: () => number
  readonly cut: { now: boolean }
  /** Request numbers the browsers were told are done. */
  readonly acknowledged: string[]
  readonly adHoc: string[]
  /** Last value each browser wrote into a cell. */
  readonly written: Map<string, string>
  /** What was put side by side before somebody. */
  readonly shown: string[]
}

/** One browser on one device: it can be switched off at any moment and opened again over what it had kept. */
class Browser {
  readonly name: 'one' | 'other'
  readonly round: Round
  readonly database: string
  outbox!: Outbox
  known: Stored<SheetContent> = { value: emptyContent, version: 0 }
  task: Stored<TaskResult> = { value: { completed: 0, completedOn: null, note: '' }, version: 1 }
  #alive = { yes: true }
  #vault: Vault | undefined

  constructor(name: 'one' | 'other', round: Round, database: string) {
    this.name = name
    this.round = round
    this.database = database
  }

  /** Opens the page; whatever the one before it was doing has ended. */
  async open(): Promise<void> {
    this.#alive.yes = false
    // A write that had reached the disk's queue when the page died is still done, before anybody reads.
    await this.#vault?.remove('work', 'nothing')
    const alive = (this.#alive = { yes: true })
    const gone = new Promise<never>(() => undefined)
    const vault = (this.#vault = await openVault('clerk', this.database))
    this.outbox = await openOutbox({
      vault: { ...vault, put: (...write) => (alive.yes ? vault.put(...write) : gone), remove: (...write) => (alive.yes ? vault.remove(...write) : gone) },
      senders: Object.fromEntries(
        Object.entries(evaluationSenders).map(([kind, load]) => [
          kind,
          async () => {
            const send = await load()
            return async (params, value, attempt) => {
              if (!alive.yes) return gone
              const saved = await send(params, value, attempt)
              if (!alive.yes) return gone
              this.round.acknowledged.push(attempt.requestId)
              // What was read of the sheet is brought up to date before the work is taken for done (send-sheet.ts).
              if (kind === 'evaluation.sheet') this.known = { value: value as SheetContent, version: saved.version }
              return saved
            }
          },
        ]),
      ),
      signInAgain: () => gone,
      newRequestId: randomUUID,
      windows: { own: randomUUID(), whenClosed: (_, work) => work() },
      later: () => () => {},
    })
  }

  sheet(): Lane<SheetContent> {
    return this.outbox.lane<SheetContent>('sheet', about('evaluation.sheet', { campaignId, personId: commune.people.clerk, rater: 'self' }), this.known)
  }

  result(): Lane<TaskResult> {
    return this.outbox.lane<TaskResult>('task', about('evaluation.task-result', { taskId }), this.task)
  }

  /** Reads what is stored, as a page does while the link is up. */
  async read(): Promise<void> {
    const stored = await storedSheet()
    // A save may have been answered while this was read; a screen never goes back to an older version.
    if (!this.sheet().waiting() && stored.version > this.known.version) this.known = stored
    const task = await storedResult()
    if (!this.result().waiting() && task.version > this.task.version) this.task = task
  }

  async act(): Promise<void> {
    const { random, written, adHoc } = this.round
    const draw = random()
    if (draw < 0.55) {
      const mine = [...cells[this.name], ...cells.both]
      const code = mine[Math.floor(random() * mine.length)] ?? 'I.1'
      const lane = this.sheet()
      // Typing what stands there already is no change.
      const others = ['0', '0.5', '1', '1.5', '2'].filter((value) => value !== lane.value().points[code])
      const points = others[Math.floor(random() * others.length)] ?? '0'
      lane.change({ ...lane.value(), points: { ...lane.value().points, [code]: points } })
      written.set(`${this.name} ${code}`, points)
      await maybe(random, lane)
    } else if (draw < 0.75) {
      const lane = this.result()
      lane.change({ completed: 1 + Math.floor(random() * 4), completedOn: '2026-11-19', note: `${this.name} ${Math.floor(random() * 1e6)}` })
      written.set(`${this.name} task`, lane.value().note)
      await maybe(random, lane)
      if (!lane.waiting()) this.task = lane.stored()
    } else {
      const title = `Việc ${randomUUID()}`
      adHoc.push(title)
      const lane = this.outbox.lane<AdHocTask | null>(title, about('evaluation.ad-hoc-task'), { value: null, version: 0 })
      lane.change({ productId, title, quantity: 1, completed: 1, completedOn: '2026-11-19' })
      await maybe(random, lane)
    }
  }

  /** With the link up: sends everything; what somebody changed meanwhile is put side by side and chosen from. */
  async comeBack(): Promise<void> {
    for (let turn = 0; this.outbox.unsent().length > 0; turn++) {
      assert.ok(turn < 100, 'the outbox comes to rest')
      // A server too busy to answer is asked again.
      if (turn > 5) await sleep(100)
      await this.outbox.flushAll()
      for (const lane of this.outbox.unsent()) await this.#resolve(lane)
    }
  }

  async #resolve(lane: Lane<unknown>): Promise<void> {
    const { error, status } = lane.progress()
    if (status !== 'refused') return
    assert.ok(error instanceof RefusedError)
    if (error.code === 'evaluation.sheet.changed') {
      const sheet = lane as Lane<SheetContent>
      const current = error.data['current'] as SheetContent & { version: number }
      const [base, mine, theirs] = [sheet.stored().value, sheet.value(), contentOf(current)]
      this.round.shown.push(...differencesOf(mine, theirs).map((one) => one.code))
      lane.rebase({ value: theirs, version: current.version })
      lane.change(mergeSheets(mine, theirs, proposedSides(base, mine, theirs)))
    } else {
      assert.equal(error.code, 'evaluation.task.changed')
      this.round.shown.push('task')
      lane.rebase(await storedResult())
    }
    await lane.flush()
  }
}

async function maybe(random: () => number, lane: Lane<never> | Lane<SheetContent> | Lane<TaskResult> | Lane<AdHocTask | null>): Promise<void> {
  const sending = lane.flush()
  if (random() < 0.8) await sending
  // Otherwise the page goes on, or is switched off, in mid-save.
  else void sending.catch(() => undefined)
}

async function storedSheet(): Promise<Stored<SheetContent>> {
  const { sheets } = await commune.as.clerk.call(sheetRoutes.getSheet, { params: { campaignId, personId: commune.people.clerk } })
  const own = sheets.find((sheet) => sheet.rater === 'self')
  return own === undefined ? { value: emptyContent, version: 0 } : { value: contentOf(own), version: own.version }
}

async function storedResult(): Promise<Stored<TaskResult>> {
  const task = await commune.as.clerk.call(taskRoutes.getTask, { params: { taskId } })
  return { value: { completed: task.completed, completedOn: task.completedOn, note: task.resultNote }, version: task.version }
}

/** How many entries of each kind the ledger has. */
const entries = () =>
  server.inTenant(commune.tenantId, async (tx) => {
    const rows = await tx.selectFrom('ledger_entry').where('tenant_id', '=', commune.tenantId).groupBy('action').select((count) => ['action', count.fn.countAll().as('count')]).execute()
    const of = (action: string) => Number(rows.find((row) => row.action === action)?.count ?? 0)
    return { saved: of('evaluation.sheet.saved'), reported: of('evaluation.task.reported'), adHoc: of('evaluation.task.ad-hoc-recorded') }
  })

const requestsDone = () =>
  server.inTenant(commune.tenantId, async (tx) => {
    const rows = await tx.selectFrom('ledger_entry').where('tenant_id', '=', commune.tenantId).where('request_id', 'is not', null).select('request_id').execute()
    return rows.map((row) => String(row.request_id))
  })

const titles = () =>
  server.inTenant(commune.tenantId, async (tx) => {
    const rows = await tx.selectFrom('evaluation_task').where('tenant_id', '=', commune.tenantId).where('origin', '=', 'ad_hoc').select('title').execute()
    return rows.map((row) => row.title)
  })

async function play(seed: number): Promise<Round> {
  const round: Round = { random: seeded(seed), cut: { now: false }, acknowledged: [], adHoc: [], written: new Map(), shown: [] }
  const { random, cut } = round
  const fateOf = (): Fate => {
    if (cut.now) return random() < 0.6 ? 'lost' : 'answer lost'
    const draw = random()
    return draw < 0.2 ? 'lost' : draw < 0.4 ? 'answer lost' : draw < 0.5 ? 'twice' : 'arrives'
  }
  let home = false
  await overWeakLink(server.app, () => ({ 'x-test-account': commune.as.clerk.actor.accountId }), () => (home ? 'arrives' : fateOf()), async () => {
    const browsers = [new Browser('one', round, `one-${seed}`), new Browser('other', round, `other-${seed}`)] as const
    for (const browser of browsers) {
      await browser.open()
      await browser.read()
    }
    const acts = 5 + Math.floor(random() * 6)
    for (let at = 0; at < acts; at++) {
      const browser = browsers[random() < 0.5 ? 0 : 1]
      cut.now = random() < 0.5
      await browser.act()
      if (random() < 0.2) await browser.open()
      else if (!cut.now && random() < 0.3) await browser.read()
    }
    home = true
    // Twice: the second to come back may have moved on what the first has.
    for (const browser of [...browsers, ...browsers]) await browser.comeBack()
    for (const browser of browsers) assert.deepEqual(await (await openVault('clerk', browser.database)).list('work'), [])
  })
  return round
}

test(`two browsers offline and back lose nothing over ${seeds} randomised cuts, and nothing happens twice`, async () => {
  const acknowledged: string[] = []
  const adHoc: string[] = []
  let conflicts = 0
  for (let seed = 1; seed <= seeds; seed++) {
    const before = { sheet: await storedSheet(), task: await storedResult(), ...(await entries()) }
    const round = await play(seed)
    const after = { sheet: await storedSheet(), task: await storedResult(), ...(await entries()) }
    const last = (what: string) => (['one', 'other'] as const).flatMap((name) => round.written.get(`${name} ${what}`) ?? [])
    for (const code of [...cells.one, ...cells.other, ...cells.both]) {
      const written = last(code)
      if (written.length > 0) assert.ok(written.includes(after.sheet.value.points[code] ?? ''), `seed ${seed}: ${code} holds what was written into it last`)
    }
    if (last('task').length > 0) assert.ok(last('task').includes(after.task.value.note), `seed ${seed}: the task holds a result recorded last`)
    assert.equal(after.saved - before.saved, after.sheet.version - before.sheet.version, `seed ${seed}: one ledger entry for each version of the sheet`)
    assert.equal(after.reported - before.reported, after.task.version - before.task.version, `seed ${seed}: one ledger entry for each result`)
    assert.equal(after.adHoc - before.adHoc, round.adHoc.length, `seed ${seed}: one ledger entry for each ad hoc work`)
    acknowledged.push(...round.acknowledged)
    adHoc.push(...round.adHoc)
    conflicts += round.shown.length
  }
  assert.deepEqual((await titles()).toSorted(), adHoc.toSorted(), 'every ad hoc work is there, once')
  const done = await requestsDone()
  assert.equal(new Set(done).size, done.length, 'no request is in the ledger twice')
  assert.deepEqual([...new Set(acknowledged)].filter((id) => !done.includes(id)), [], 'what a browser took for done is done')
  assert.ok(seeds < 50 || conflicts > 20, `the cuts lead to conflicts that are shown: ${conflicts}`)
})
