import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarDate } from '#kernel/calendar-date.ts'
import { defaultDictionary, defaultPauses, dictionaryOf, pausesOn } from '../speech/index.ts'
import { captionLine, captionsOf } from './caption-lines.ts'
import { captionsOfScript } from './captions.ts'
import { exchanged } from './samples/exchanged.ts'
import { toWebVtt } from './webvtt.ts'

const timing = { dictionary: dictionaryOf(defaultDictionary), rates: {}, pauses: pausesOn(defaultPauses, calendarDate('2018-10-18')) }

test('lines break where a reader would breathe, not inside a name or between a number and what it counts', () => {
  assert.deepEqual(captionsOf('Trong 9 tháng đầu năm 2018, tổng sản phẩm trên địa bàn tỉnh Quảng Trị tăng 7,12% so với cùng kỳ, thu ngân sách đạt 2.784 tỷ đồng.'), [
    ['Trong 9 tháng đầu năm 2018,'],
    ['tổng sản phẩm trên địa bàn tỉnh', 'Quảng Trị tăng 7,12% so với cùng kỳ,'],
    ['thu ngân sách đạt 2.784 tỷ đồng.'],
  ])
  assert.deepEqual(captionsOf('Thưa quý vị! Xin chào.'), [['Thưa quý vị! Xin chào.']])
  assert.deepEqual(captionsOf(''), [])
})

test('whatever the words, captions hold all of them in order, in at most two lines that fit', () => {
  const word = fc.stringMatching(/^[a-zA-ZđĐàáảãạ0-9,.!-]{1,12}$/)
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const captions = captionsOf(words.join(' '))
      assert.deepEqual(captions.flat().flatMap((line) => line.split(' ')), words)
      assert.ok(captions.every((lines) => lines.length <= 2 && lines.every((line) => [...line].length <= captionLine)))
    }),
    { numRuns: 100 },
  )
})

test('cues follow one another; a soundbite takes the time of its media, whatever its words', () => {
  const { cues, unmarked } = captionsOfScript(exchanged.content, timing)
  assert.deepEqual(unmarked, [])
  assert.ok(cues.every((cue, at) => cue.toMs > cue.fromMs && cue.fromMs >= (cues[at - 1]?.toMs ?? 0)))
  const bite = cues.filter(({ id }) => id.startsWith('8.'))
  assert.equal((bite.at(-1)?.toMs ?? 0) - (bite[0]?.fromMs ?? 0), 12_000)
  assert.equal(bite[0]?.speaker, 'Hồ Thị Mẫu')
  // Six syllables at 233 a minute.
  assert.deepEqual([cues[0]?.fromMs, cues[0]?.toMs], [0, Math.round((6 * 60_000) / 233)])
  assert.ok(!cues.some(({ id }) => /^(?:3|4|7|9)\./.test(id)), 'notes, supers and graphics are not heard')
})

test('a soundbite without its marks has no time: it is named, not guessed', () => {
  const blocks = exchanged.content.blocks.map((block) => (block.kind === 'soundbite' ? { ...block, outMs: null } : block))
  assert.deepEqual(captionsOfScript({ ...exchanged.content, blocks }, timing).unmarked, [8])
})

test('WebVTT has its header, moments and escaped words; who speaks is the voice', () => {
  const text = toWebVtt([{ id: '1.1', fromMs: 0, toMs: 3_723_004, speaker: 'A & B', lines: ['một < hai', 'ba --> bốn'] }], ['Bản 3\n--> duyệt'])
  assert.equal(text, 'WEBVTT\n\nNOTE Bản 3 → duyệt\n\n1.1\n00:00:00.000 --> 01:02:03.004\n<v A &amp; B>một &lt; hai\nba --&gt; bốn</v>\n')
})
