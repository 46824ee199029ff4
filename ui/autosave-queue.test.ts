import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAutosaveQueue, type Attempt, type Draft, type SaveProgress } from './autosave-queue.ts'

interface Sent {
  value: string
  attempt: Attempt
}

function refused(status: number, code: string): Error {
  return Object.assign(new Error(code), { name: 'RefusedError', status, code, data: {}, problems: [] })
}
const unreachable = () => Object.assign(new Error('unreachable'), { name: 'UnreachableError' })

function desk(answer: (sent: Sent, count: number) => Promise<{ version: number }>) {
  const sent: Sent[] = []
  const seen: SaveProgress[] = []
  const timers: { act: () => void; ms: number }[] = []
  let draft: Draft<string> | undefined
  let ids = 0
  let signIn: () => void = () => {}
  const queue = createAutosaveQueue<string>({
    version: 1,
    save: async (value, attempt) => {
      sent.push({ value, attempt })
      return answer({ value, attempt }, sent.length)
    },
    drafts: { read: () => draft, write: (next) => (draft = next), remove: () => (draft = undefined) },
    newRequestId: () => `r${++ids}`,
    now: () => new Date('2026-11-22T03:32:00Z'),
    later: (act, ms) => {
      const timer = { act, ms }
      timers.push(timer)
      return () => {
        const place = timers.indexOf(timer)
        if (place >= 0) timers.splice(place, 1)
      }
    },
    signInAgain: () => new Promise<void>((resolve) => (signIn = resolve)),
    onProgress: (progress) => seen.push(progress),
  })
  return {
    queue, sent, seen, timers,
    draft: () => draft,
    signIn: () => signIn(),
    statuses: () => seen.map((progress) => progress.status),
    tick: async () => {
      const timer = timers.shift()
      assert.ok(timer, 'a timer must be waiting')
      timer.act()
      await settle()
    },
  }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

test('several changes in a row are one save, from the version they were made on', async () => {
  const d = desk(async () => ({ version: 2 }))
  d.queue.change('8')
  d.queue.change('87')
  d.queue.change('87,5')
  assert.equal(d.timers.length, 1)
  assert.equal(d.draft()?.value, '87,5')
  await d.tick()
  assert.deepEqual(d.sent, [{ value: '87,5', attempt: { requestId: 'r1', version: 1 } }])
  assert.deepEqual(d.statuses(), ['dirty', 'dirty', 'dirty', 'saving', 'saved'])
  assert.equal(d.draft(), undefined)
})

test('a change while saving is saved next, on the new version', async () => {
  let finish: (stored: { version: number }) => void = () => {}
  const d = desk((_, count) => (count === 1 ? new Promise((resolve) => (finish = resolve)) : Promise.resolve({ version: 3 })))
  d.queue.change('a')
  await d.tick()
  d.queue.change('b')
  finish({ version: 2 })
  await settle()
  assert.deepEqual(d.sent.map((sent) => [sent.value, sent.attempt.version, sent.attempt.requestId]), [
    ['a', 1, 'r1'],
    ['b', 2, 'r2'],
  ])
  assert.equal(d.statuses().at(-1), 'saved')
})

test('when the link is lost the same request is sent again before anything newer', async () => {
  const d = desk(async (_, count) => {
    if (count === 1) throw unreachable()
    return { version: count }
  })
  d.queue.change('a')
  await d.tick()
  assert.equal(d.statuses().at(-1), 'offline')
  assert.equal(d.draft()?.value, 'a')
  d.queue.change('b')
  assert.equal(d.draft()?.value, 'b')
  await d.tick()
  assert.deepEqual(d.sent.map((sent) => [sent.value, sent.attempt.requestId]), [['a', 'r1'], ['a', 'r1'], ['b', 'r2']])
  assert.equal(d.draft(), undefined)
})

test('waiting grows while the link stays down', async () => {
  const d = desk(async () => {
    throw unreachable()
  })
  d.queue.change('a')
  const waits: number[] = []
  for (let round = 0; round < 4; round += 1) {
    await d.tick()
    waits.push(d.timers[0]?.ms ?? 0)
  }
  assert.deepEqual(waits, [2_000, 4_000, 8_000, 15_000])
})

test('an expired login keeps the work and goes on after signing in', async () => {
  const d = desk(async (_, count) => {
    if (count === 1) throw refused(401, 'platform.not-signed-in')
    return { version: 2 }
  })
  d.queue.change('a')
  await d.tick()
  assert.equal(d.statuses().at(-1), 'signed-out')
  assert.equal(d.draft()?.value, 'a')
  d.signIn()
  await settle()
  assert.deepEqual(d.sent.map((sent) => sent.attempt.requestId), ['r1', 'r1'])
  assert.equal(d.statuses().at(-1), 'saved')
})

test('a refusal stops, keeps the work, and the next change is tried as a new request', async () => {
  const d = desk(async (_, count) => {
    if (count === 1) throw refused(409, 'evaluation.sheet.changed')
    return { version: 6 }
  })
  d.queue.change('mine')
  await d.tick()
  assert.equal(d.seen.at(-1)?.status, 'refused')
  assert.equal(d.draft()?.value, 'mine')
  assert.equal(d.timers.length, 0)
  d.queue.rebase(5)
  await d.queue.flush()
  assert.deepEqual(d.sent.at(-1), { value: 'mine', attempt: { requestId: 'r2', version: 5 } })
  assert.equal(d.seen.at(-1)?.status, 'saved')
})

test('discarding forgets the work and sends nothing', async () => {
  const d = desk(async () => ({ version: 2 }))
  d.queue.change('a')
  d.queue.discard()
  assert.equal(d.timers.length, 0)
  assert.equal(d.draft(), undefined)
  await d.queue.flush()
  assert.deepEqual(d.sent, [])
})
