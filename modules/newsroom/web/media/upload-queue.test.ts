import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from '#kernel/id.ts'
import type { sendFile } from './send-file.ts'
import { createUploadQueue, type UploadStates } from './upload-queue.ts'

type Heard = Parameters<typeof sendFile>[2]

function desk() {
  const begun: { id: string; heard: Heard; paused: boolean }[] = []
  let states: UploadStates = new Map()
  const queue = createUploadQueue(
    (id, _file, heard) => {
      const one = { id: String(id), heard, paused: false }
      begun.push(one)
      return { pause: () => (one.paused = true) }
    },
    (after) => (states = after),
    () => undefined,
  )
  const phases = () => Object.fromEntries([...states].map(([id, state]) => [id, state.phase]))
  return { begun, queue, phases, states: () => states }
}

const [a, b] = [asId<'media'>('a'), asId<'media'>('b')]
const file = new File(['phim'], 'phim.mp4')

test('files go one after another; a paused one lets the next begin and goes on later from where it was', () => {
  const { begun, queue, phases, states } = desk()
  queue.send(a, file)
  queue.send(b, file)
  begun[0]?.heard.onProgress(7)
  assert.deepEqual([phases(), states().get('a')?.received], [{ a: 'sending', b: 'waiting' }, 7])
  queue.pause(a)
  assert.deepEqual([phases(), begun[0]?.paused], [{ a: 'paused', b: 'sending' }, true])
  queue.goOn(a)
  queue.goOn(a)
  assert.deepEqual(phases(), { a: 'waiting', b: 'sending' })
  begun[1]?.heard.onDone()
  assert.deepEqual([phases(), begun.map(({ id }) => id)], [{ a: 'sending' }, ['a', 'b', 'a']], 'not begun twice')
})

test('a lost line stops one file only until it is back', () => {
  const { begun, queue, phases, states } = desk()
  queue.send(a, file)
  begun[0]?.heard.onError(new Error('lost'))
  assert.deepEqual([phases(), states().get('a')?.error?.message], [{ a: 'lost' }, 'lost'])
  queue.lineIsBack()
  assert.deepEqual([phases(), begun.length], [{ a: 'sending' }, 2])
  queue.stop()
  assert.equal(begun[1]?.paused, true)
})
