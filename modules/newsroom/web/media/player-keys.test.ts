import assert from 'node:assert/strict'
import { test } from 'node:test'
import { playerAct } from './player-keys.ts'

const at = (atMs: number) => ({ atMs, durationMs: 10_000, rate: { frames: 25, seconds: 1 } })

test('arrows go one frame, with Shift a second, J and L five; never beyond the film', () => {
  const to = (chord: string, ms: number) => {
    const act = playerAct(chord, at(ms))
    return act?.kind === 'go' ? act.toMs : undefined
  }
  assert.deepEqual([to('ArrowRight', 1_000), to('ArrowLeft', 1_000), to('ArrowLeft', 1_013)], [1_040, 960, 960])
  assert.deepEqual([to('shift+ArrowRight', 1_000), to('shift+ArrowLeft', 400)], [2_000, 0])
  assert.deepEqual([to('j', 7_000), to('l', 7_000)], [2_000, 10_000])
})

test('I and O mark, space and K play and stop, and every other key is left to the page', () => {
  assert.deepEqual([playerAct('i', at(0))?.kind, playerAct('o', at(0))?.kind, playerAct(' ', at(0))?.kind, playerAct('k', at(0))?.kind], ['in', 'out', 'toggle', 'toggle'])
  for (const other of ['a', 'mod+s', 'Tab', 'Escape']) assert.equal(playerAct(other, at(0)), undefined)
})
