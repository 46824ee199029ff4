import assert from 'node:assert/strict'
import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { test } from 'node:test'
import { createTurns } from './turns.ts'

/** Work that ends when it is told to. */
function held() {
  let end: () => void = () => undefined
  let begun = false
  const until = new Promise<void>((resolve) => (end = resolve))
  return { end: () => end(), begun: () => begun, work: async (): Promise<void> => ((begun = true), until) }
}

test('of one account’s heavy work two go on at once, the third begins when one ends, and others are not held up', async () => {
  const turns = createTurns(2)
  const [first, second, third, other] = [held(), held(), held(), held()]
  const all = [turns('An', first.work), turns('An', second.work), turns('An', third.work), turns('Bình', other.work)]
  await turnOfTheLoop()
  assert.deepEqual([first, second, third, other].map((one) => one.begun()), [true, true, false, true])
  first.end()
  await turnOfTheLoop()
  assert.equal(third.begun(), true)
  for (const one of [second, third, other]) one.end()
  await Promise.all(all)
})

test('those who wait are served in their order, and work that fails gives its place on', async () => {
  const turns = createTurns(1)
  const order: number[] = []
  const failing = turns('An', () => Promise.reject(new Error('hỏng')))
  const rest = [1, 2, 3].map((at) => turns('An', async () => void order.push(at)))
  await assert.rejects(failing, /hỏng/)
  await Promise.all(rest)
  assert.deepEqual(order, [1, 2, 3])
  assert.equal(await turns('An', () => Promise.resolve('xong')), 'xong', 'and nobody is left waiting')
})
