import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { whole } from '#kernel/rational.ts'
import { defaultDictionary, defaultPauses, dictionaryOf, pausesOn, speak } from '../speech/index.ts'
import type { Block } from '../story/block.ts'
import { blockTimes, cuttableBlocks, estimatedMs, lockedMs } from './durations.ts'

const dictionary = dictionaryOf(defaultDictionary)
const reading = { said: (text: string) => speak(text, dictionary), rates: { lead_in: whole(60), voice_over: whole(120) }, pauses: pausesOn(defaultPauses, calendarDate('2026-11-20')) }
const tenWords = 'một hai ba bốn năm sáu bảy tám chín mười'
const blocks: Block[] = [
  { id: 'a', kind: 'lead_in', cuttable: false, text: tenWords },
  { id: 'b', kind: 'presenter_note', cuttable: false, text: 'Nhìn máy 2' },
  { id: 'c', kind: 'film_start', cuttable: false, mediaId: null },
  { id: 'd', kind: 'voice_over', cuttable: true, text: tenWords },
  { id: 'e', kind: 'soundbite', cuttable: true, personId: null, inMs: 1000, outMs: 21_500, inWords: '', outWords: '', verbatim: tenWords },
  { id: 'f', kind: 'closing', cuttable: true, text: tenWords },
]
const times = blockTimes(blocks, reading)

test('a story is as long as its words at the reader’s rates and its soundbites; a cut block takes none', () => {
  assert.deepEqual(times.map(({ ms }) => ms), [10_000, 0, 0, 5000, 20_500, 5000])
  assert.equal(estimatedMs(times, []), 40_500)
  assert.equal(estimatedMs(times, ['e']), 20_000)
  assert.equal(estimatedMs(times, blocks.map(({ id }) => id)), 0)
  assert.equal(estimatedMs(blockTimes([], reading), []), null)
})

test('with a recorded film it is the film and what is read live around it', () => {
  assert.equal(lockedMs(times, [], null), null)
  assert.equal(lockedMs(times, [], 33_000), 48_000)
  assert.equal(lockedMs(times, ['f'], 33_000), 43_000)
  assert.equal(lockedMs(times, ['e'], 33_000), 48_000, 'a film is as long as it is')
  assert.equal(lockedMs(times.filter(({ kind }) => kind !== 'film_start'), [], 33_000), 48_000, 'without its mark everything recorded is in the film')
})

test('what may be cut is what the editor marked, still there, and would save time', () => {
  assert.deepEqual(cuttableBlocks(times, [], null).map(({ id }) => id), ['d', 'e', 'f'])
  assert.deepEqual(cuttableBlocks(times, ['e'], null).map(({ id }) => id), ['d', 'f'])
  assert.deepEqual(cuttableBlocks(times, [], 33_000).map(({ id }) => id), ['f'])
})
