import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RefusedError, UnreachableError } from '../client.ts'
import type { Attempt } from './save-queue.ts'
import { openOutbox, type OpenWindows, type Sender, type WorkAbout } from './outbox.ts'
import { openVault } from './open-vault.ts'

const about: WorkAbout = { kind: 'note', params: { id: '1' }, title: { vi: 'Ghi chú', en: 'Note' }, detail: 'Số 1', place: '/notes/1' }
const nothing = { value: '', version: 0 }

interface Sent {
  params: WorkAbout['params']
  value: unknown
  requestId: string
}

/** A server that does each request once, and a link that can be cut. */
function office() {
  const done = new Map<string, { version: number }>()
  const sent: Sent[] = []
  const state = { down: false, version: 0, done, sent, refuse: undefined as string | undefined }
  const send: Sender = async (params, value, { requestId }: Attempt) => {
    if (state.down) throw new UnreachableError(new Error('cable'))
    if (state.refuse !== undefined) throw new RefusedError(409, state.refuse, {}, [])
    const before = done.get(requestId)
    if (before !== undefined) return before
    state.version += 1
    sent.push({ params, value, requestId })
    done.set(requestId, { version: state.version })
    return { version: state.version }
  }
  return { ...state, state, send }
}

/** Windows of one browser: each name is open until it is closed. */
function browser() {
  const closing = new Map<string, (() => void)[]>()
  const open = (own: string): OpenWindows & { close: () => void } => {
    closing.set(own, [])
    return {
      own,
      async whenClosed(name, work) {
        const waiting = closing.get(name)
        if (waiting !== undefined) await new Promise<void>((resolve) => waiting.push(resolve))
        await work()
      },
      close: () => {
        for (const go of closing.get(own) ?? []) go()
        closing.delete(own)
      },
    }
  }
  return { open }
}

let ids = 0
const openFor = async (accountId: string, database: string, send: Sender, windows: OpenWindows) => {
  const vault = await openVault(accountId, database)
  const outbox = await openOutbox({ vault, senders: { note: () => Promise.resolve(send) }, signInAgain: () => new Promise(() => undefined), newRequestId: () => `r${++ids}`, windows, later: () => () => {} })
  return { vault, outbox }
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 20))

test('work kept while the link was down is sent by the next visit, without its screen, once', async () => {
  const { open } = browser()
  const { state, send } = office()
  state.down = true
  const first = open('w1')
  const { outbox } = await openFor('an', 'next-visit', send, first)
  const lane = outbox.lane<string>('note/1', about, nothing)
  lane.change('xong')
  await lane.flush()
  assert.equal(lane.progress().status, 'offline')
  assert.deepEqual(outbox.unsent().map((one) => [one.about.detail, one.value()]), [['Số 1', 'xong']])
  first.close()
  const later = await openFor('an', 'next-visit', send, open('w2'))
  await settle()
  assert.equal(later.outbox.unsent().length, 1)
  state.down = false
  await later.outbox.flushAll()
  assert.deepEqual(state.sent.map(({ params, value }) => [params, value]), [[{ id: '1' }, 'xong']])
  assert.deepEqual(later.outbox.unsent(), [])
  assert.deepEqual(await later.vault.list('work'), [])
})

test('work of a window still open is left to it, and taken up once it closes', async () => {
  const { open } = browser()
  const { state, send } = office()
  state.down = true
  const first = open('w1')
  const one = await openFor('an', 'two-windows', send, first)
  const lane = one.outbox.lane<string>('note/1', about, nothing)
  lane.change('đang gõ')
  await lane.flush()
  const second = open('w2')
  const other = await openFor('an', 'two-windows', send, { ...second, whenClosed: (...args) => second.whenClosed(...args) })
  assert.equal(other.outbox.unsent().length, 0)
  const taken = new Promise<void>((resolve) => other.outbox.watch(() => other.outbox.unsent().length > 0 && resolve()))
  first.close()
  await taken
  assert.deepEqual(other.outbox.unsent().map((each) => each.value()), ['đang gõ'])
})

test('two closed windows that left work on one thing lose neither', async () => {
  const { open } = browser()
  const { state, send } = office()
  state.down = true
  for (const name of ['w1', 'w2']) {
    const window = open(name)
    const { outbox } = await openFor('an', `both`, send, { own: name, whenClosed: () => new Promise(() => undefined) })
    const lane = outbox.lane<string>('note/1', about, nothing)
    lane.change(`của ${name}`)
    await lane.flush()
    window.close()
  }
  const third = await openFor('an', 'both', send, open('w3'))
  await settle()
  assert.deepEqual(third.outbox.unsent().map((one) => one.value()).sort(), ['của w1', 'của w2'])
})

test('another account on the device neither sees nor sends the work', async () => {
  const { open } = browser()
  const { state, send } = office()
  state.down = true
  const { outbox } = await openFor('an', 'other-account', send, open('w1'))
  const lane = outbox.lane<string>('note/1', about, nothing)
  lane.change('của An')
  await lane.flush()
  state.down = false
  const binh = await openFor('binh', 'other-account', send, { own: 'w2', whenClosed: (_, work) => work() })
  await binh.outbox.flushAll()
  assert.deepEqual([binh.outbox.unsent().length, state.sent.length], [0, 0])
  const again = await openFor('an', 'other-account', send, { own: 'w3', whenClosed: (_, work) => work() })
  await settle()
  await again.outbox.flushAll()
  assert.deepEqual(state.sent.map(({ value }) => value), ['của An'])
})

test('refused work stays until somebody looks, and is not sent over and over', async () => {
  const { open } = browser()
  const { state, send } = office()
  state.refuse = 'note.changed'
  const { outbox, vault } = await openFor('an', 'refused', send, open('w1'))
  const lane = outbox.lane<string>('note/1', about, nothing)
  lane.change('mine')
  await lane.flush()
  assert.equal(outbox.unsent()[0]?.progress().status, 'refused')
  state.refuse = undefined
  await outbox.flushAll()
  assert.equal(state.sent.length, 0)
  lane.discard()
  await settle()
  assert.deepEqual([outbox.unsent(), await vault.list('work')], [[], []])
})

test('a screen opened again finds the work that waits, not what was stored before', async () => {
  const { open } = browser()
  const { state, send } = office()
  state.down = true
  const { outbox } = await openFor('an', 'screen', send, open('w1'))
  const lane = outbox.lane<string>('note/1', about, nothing)
  lane.change('mine')
  await lane.flush()
  assert.equal(outbox.lane<string>('note/1', about, { value: 'stored', version: 4 }).value(), 'mine')
  state.down = false
  await outbox.flushAll()
  assert.equal(outbox.lane<string>('note/1', about, { value: 'stored', version: 4 }).value(), 'stored')
})

test('after closing for log-out nothing more is kept or sent', async () => {
  const { open } = browser()
  const { state, send } = office()
  state.down = true
  const { outbox, vault } = await openFor('an', 'close', send, open('w1'))
  const lane = outbox.lane<string>('note/1', about, nothing)
  lane.change('mine')
  outbox.close()
  await vault.destroy()
  state.down = false
  await lane.flush()
  lane.change('later')
  await settle()
  assert.deepEqual([state.sent.length, (await (await openVault('an', 'close')).list('work')).length], [0, 0])
})

test('a damaged record of work is cleared away instead of stopping everything', async () => {
  const vault = await openVault('an', 'unreadable')
  await vault.put('work', 'w0/note', { of: 'an older shape' })
  const { outbox } = await openFor('an', 'unreadable', office().send, browser().open('w1'))
  assert.deepEqual([outbox.unsent().length, (await vault.list('work')).length], [0, 0])
})
