import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RefusedError, UnreachableError } from '../client.ts'
import { createSaveQueue, type Attempt, type KeptWork, type SaveProgress } from './save-queue.ts'

interface Sent {
  value: string
  attempt: Attempt
}

const refused = (status: number, code: string) => new RefusedError(status, code, {}, [])
const unreachable = () => new UnreachableError(new Error('cable'))

function desk(answer: (sent: Sent, count: number) => Promise<{ version: number }>, left?: KeptWork<string>) {
  const sent: Sent[] = []
  const seen: SaveProgress[] = []
  const timers: { act: () => void; ms: number }[] = []
  let kept = left
  let ids = 0
  let signIn: () => void = () => {}
  const queue = createSaveQueue<string>({
    stored: { value: '', version: 1 },
    ...(left === undefined ? {} : { left }),
    send: (value, attempt) => {
      sent.push({ value, attempt })
      return answer({ value, attempt }, sent.length)
    },
    keep: (work) => {
      kept = work
      return Promise.resolve()
    },
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
    kept: () => kept,
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
  assert.equal(d.kept()?.value, '87,5')
  await d.tick()
  assert.deepEqual(d.sent, [{ value: '87,5', attempt: { requestId: 'r1', version: 1 } }])
  assert.deepEqual(d.statuses(), ['dirty', 'saving', 'saved'])
  assert.equal(d.kept(), undefined)
  assert.deepEqual(d.queue.stored(), { value: '87,5', version: 2 })
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
  d.queue.change('b')
  assert.deepEqual([d.kept()?.value, d.kept()?.unanswered], ['b', { value: 'a', attempt: { requestId: 'r1', version: 1 } }])
  await d.tick()
  assert.deepEqual(d.sent.map((sent) => [sent.value, sent.attempt.requestId]), [['a', 'r1'], ['a', 'r1'], ['b', 'r2']])
  assert.equal(d.kept(), undefined)
})

test('an attempt is on the device before it leaves, and goes out again unchanged after a restart', async () => {
  let atSending: KeptWork<string> | undefined
  const first = desk(() => {
    atSending = first.kept()
    return new Promise(() => undefined)
  })
  first.queue.change('a')
  await first.tick()
  assert.deepEqual(atSending?.unanswered, { value: 'a', attempt: { requestId: 'r1', version: 1 } })
  first.queue.change('b')
  const again = desk(async (_, count) => ({ version: count + 1 }), first.kept())
  assert.equal(again.queue.value(), 'b')
  await again.queue.flush()
  assert.deepEqual(again.sent, [
    { value: 'a', attempt: { requestId: 'r1', version: 1 } },
    { value: 'b', attempt: { requestId: 'r1', version: 2 } },
  ])
  assert.deepEqual(again.queue.stored(), { value: 'b', version: 3 })
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

test('an expired login keeps the work and goes on under the same number after signing in', async () => {
  const d = desk(async (_, count) => {
    if (count === 1) throw refused(401, 'platform.not-signed-in')
    return { version: 2 }
  })
  d.queue.change('a')
  await d.tick()
  assert.equal(d.statuses().at(-1), 'signed-out')
  assert.equal(d.kept()?.value, 'a')
  d.signIn()
  await settle()
  assert.deepEqual(d.sent.map((sent) => sent.attempt.requestId), ['r1', 'r1'])
  assert.equal(d.statuses().at(-1), 'saved')
})

test('a refusal stops, keeps the work with what both sides began from, and goes on as a new request', async () => {
  const d = desk(async (_, count) => {
    if (count === 1) throw refused(409, 'evaluation.sheet.changed')
    return { version: 6 }
  })
  d.queue.change('mine')
  await d.tick()
  assert.equal(d.seen.at(-1)?.status, 'refused')
  assert.deepEqual([d.kept()?.value, d.kept()?.stored, d.kept()?.unanswered], ['mine', { value: '', version: 1 }, null])
  assert.equal(d.timers.length, 0)
  d.queue.rebase({ value: 'theirs', version: 5 })
  await d.queue.flush()
  assert.deepEqual(d.sent.at(-1), { value: 'mine', attempt: { requestId: 'r2', version: 5 } })
  assert.equal(d.seen.at(-1)?.status, 'saved')
})

test('discarding forgets the work and sends nothing', async () => {
  const d = desk(async () => ({ version: 2 }))
  d.queue.change('a')
  d.queue.discard()
  assert.equal(d.timers.length, 0)
  assert.equal(d.kept(), undefined)
  await d.queue.flush()
  assert.deepEqual(d.sent, [])
})

test('an answer that comes after discarding does not bring the work back', async () => {
  let finish: (stored: { version: number }) => void = () => {}
  const d = desk(() => new Promise((resolve) => (finish = resolve)))
  d.queue.change('a')
  await d.tick()
  d.queue.discard()
  finish({ version: 2 })
  await settle()
  assert.deepEqual([d.queue.waiting(), d.kept(), d.statuses().at(-1)], [false, undefined, 'clean'])
})

test('a device that keeps nothing does not stop the sending', async () => {
  const sent: string[] = []
  const queue = createSaveQueue<string>({
    stored: { value: '', version: 0 },
    send: async (value) => {
      sent.push(value)
      return { version: 1 }
    },
    keep: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    newRequestId: () => 'r',
    now: () => new Date(),
    later: () => () => {},
    signInAgain: () => Promise.resolve(),
    onProgress: () => {},
  })
  queue.change('a')
  await queue.flush()
  assert.deepEqual(sent, ['a'])
})
