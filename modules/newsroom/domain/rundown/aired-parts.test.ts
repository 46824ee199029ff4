import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { toDecimal, whole } from '#kernel/rational.ts'
import { defaultDictionary, defaultPauses, dictionaryOf, pausesOn, speak } from '../speech/index.ts'
import type { Block } from '../story/block.ts'
import { airedParts } from './aired-parts.ts'

const dictionary = dictionaryOf(defaultDictionary)
const reading = { said: (text: string) => speak(text, dictionary), rates: { lead_in: whole(60), voice_over: whole(60), closing: whole(60) }, pauses: pausesOn(defaultPauses, calendarDate('2026-11-20')) }
const tenWords = 'một hai ba bốn năm sáu bảy tám chín mười'
const soundbite = (inMs: number | null, outMs: number | null): Block => ({ id: 's', kind: 'soundbite', cuttable: false, personId: null, inMs, outMs, inWords: '', outWords: '', verbatim: '' })
const blocks: Block[] = [
  { id: 'a', kind: 'lead_in', cuttable: false, text: tenWords },
  { id: 'b', kind: 'film_start', cuttable: false, mediaId: null },
  { id: 'c', kind: 'voice_over', cuttable: false, text: `${tenWords} ${tenWords}` },
  soundbite(0, 10_000),
  { id: 'e', kind: 'closing', cuttable: true, text: tenWords },
]
const shown = (...asked: Parameters<typeof airedParts>) => airedParts(...asked).map(({ kind, syllables, seconds }) => [kind, syllables, toDecimal(seconds, 2)])

test('what is not film or soundbite is shared among what was read, by how long each was expected to be', () => {
  assert.deepEqual(shown(blocks, [], 90_000, null, reading), [['lead_in', 10, '20.00'], ['voice_over', 20, '40.00'], ['closing', 10, '20.00']])
  assert.deepEqual(shown(blocks, ['e'], 70_000, null, reading), [['lead_in', 10, '20.00'], ['voice_over', 20, '40.00']])
})

test('with a film only what is read live around it teaches', () => {
  assert.deepEqual(shown(blocks, [], 54_000, 30_000, reading), [['lead_in', 10, '12.00'], ['closing', 10, '12.00']])
})

test('nothing is learnt where a soundbite has no marks, or no time is left for reading', () => {
  assert.deepEqual(shown([...blocks, soundbite(null, null)], [], 90_000, null, reading), [])
  assert.deepEqual(shown(blocks, [], 30_000, 30_000, reading), [])
  assert.deepEqual(shown([], [], 30_000, null, reading), [])
})
