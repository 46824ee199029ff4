import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseIsoDate, type CalendarDate } from '#kernel/calendar-date.ts'
import { frameAt, frameRateOf, momentOf, showTimecode, stepFrames } from './facts.ts'
import { isFileNamed } from './file-name.ts'
import { filmMsOf, filmStarts, mediaIn, withMarks, withMedia } from './in-story.ts'
import { rightsWarning } from './rights.ts'

const day = (text: string): CalendarDate => parseIsoDate(text) ?? assert.fail(text)

test('a frame rate written with decimals is the fraction it stands for', () => {
  assert.deepEqual(frameRateOf(25), { frames: 25, seconds: 1 })
  assert.deepEqual(frameRateOf(29.97), { frames: 30_000, seconds: 1_001 })
  assert.deepEqual(frameRateOf(23.976), { frames: 24_000, seconds: 1_001 })
  assert.deepEqual(frameRateOf(12.5), { frames: 12_500, seconds: 1_000 })
  for (const none of [0, -1, Number.NaN, 5_000]) assert.equal(frameRateOf(none), null)
})

test('a step is one frame however often it is taken, on and back', () => {
  for (const decimal of [25, 29.97, 50, 23.976]) {
    const rate = frameRateOf(decimal) ?? assert.fail()
    let at = 0
    for (let frame = 0; frame < 5_000; frame++) {
      assert.equal(frameAt(at, rate), frame)
      at = stepFrames(at, 1, rate)
    }
    assert.equal(at, momentOf(5_000, rate))
    for (let frame = 5_000; frame > 0; frame--) at = stepFrames(at, -1, rate)
    assert.equal(at, 0)
    assert.equal(stepFrames(at, -1, rate), 0)
  }
})

test('a moment is said in minutes, seconds and frames', () => {
  const rate = { frames: 25, seconds: 1 }
  assert.equal(showTimecode(83_480, rate), '01:23.12')
  assert.equal(showTimecode(60_000, rate), '01:00.00')
  assert.equal(showTimecode(999, rate), '00:00.24')
  assert.equal(showTimecode(1_234, null), '00:01.234')
})

test('red may not be aired, a right ends after its last day and is announced a fortnight before', () => {
  const today = day('2026-11-20')
  const warning = (colour: 'green' | 'amber' | 'red', until: string | null) => rightsWarning({ colour, until: until === null ? null : day(until) }, today)
  assert.equal(warning('green', null), null)
  assert.equal(warning('amber', null), 'conditions')
  assert.equal(warning('red', '2027-01-01'), 'forbidden')
  assert.equal(warning('green', '2026-11-19'), 'expired')
  assert.equal(warning('green', '2026-11-20'), 'expires-soon')
  assert.equal(warning('amber', '2026-12-04'), 'expires-soon')
  assert.equal(warning('green', '2026-12-05'), null)
})

test('media and marks go into the block that was chosen and no other', () => {
  const film = (id: string, mediaId: string | null) => ({ id, kind: 'film_start' as const, cuttable: false, mediaId })
  const bite = { id: 's', kind: 'soundbite' as const, cuttable: false, personId: null, inMs: null, outMs: null, inWords: '', outWords: '', verbatim: '' }
  const blocks = [film('a', null), film('b', 'm'), bite]
  assert.deepEqual(mediaIn(withMedia(blocks, 'a', 'n')), ['n', 'm'])
  assert.deepEqual(mediaIn(withMedia(blocks, 'b', null)), [])
  assert.deepEqual(withMedia(blocks, 's', 'n'), blocks)
  assert.deepEqual(withMarks(blocks, 's', 1_000, 4_000)[2], { ...bite, inMs: 1_000, outMs: 4_000 })
})

test('films last together as long as each of them once, and nobody knows how long while one is not known', () => {
  const lengths = new Map([['m', 30_000], ['n', 12_000]])
  const ms = (...shown: (string | null)[]) => filmMsOf(filmStarts(shown.map((mediaId, at) => ({ id: String(at), kind: 'film_start', cuttable: false, mediaId }))), lengths)
  assert.deepEqual([ms(), ms('m'), ms('m', 'n'), ms('m', 'm'), ms('m', null), ms('m', 'lost')], [null, 30_000, 42_000, 30_000, null, null])
})

test('a file a record names is known in whatever folder and capitals, and without its ending', () => {
  const names = (named: string) => ['Giao-quân-2018.MP4', 'giao-quân-2018.mxf', 'giao-quan-2018.mp4'].filter((is) => isFileNamed(named, is))
  assert.deepEqual(names('D:\\phim\\giao-qua\u0302n-2018.mp4'), ['Giao-quân-2018.MP4'])
  assert.deepEqual([names('giao-quân-2018'), names('giao-quân'), names(' ')], [['Giao-quân-2018.MP4', 'giao-quân-2018.mxf'], [], []])
})
