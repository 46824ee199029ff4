import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarDate } from '#kernel/calendar-date.ts'
import { add, compare, equals, rational, sub, toDecimal, toFraction, whole, zero } from '#kernel/rational.ts'
import {
  blockSeconds,
  defaultDictionary,
  defaultPauses,
  dictionaryOf,
  learnedRate,
  learnRate,
  mediaSeconds,
  pauseSeconds,
  pausesOn,
  rateOf,
  readingTime,
  speak,
  unknownReader,
  usualRate,
  type LearnedRate,
  type PauseTable,
} from './index.ts'

const dictionary = dictionaryOf(defaultDictionary)
const say = (text: string) => speak(text, dictionary)
const usual = pausesOn(defaultPauses, calendarDate('2018-10-18'))
const slow: PauseTable = { ...usual, from: calendarDate('2026-01-01'), seconds: { ...usual.seconds, comma: rational(1, 5), full_stop: rational(2, 5), paragraph: rational(1, 2) } }

test('a sentence of thirty-one written words with figures and a date is sixty-five syllables and 16.7 seconds', () => {
  const sentence =
    'Theo báo cáo của UBND tỉnh, năm 2018 tổng sản phẩm trên địa bàn tăng 7,12% so với năm 2017; thu ngân sách đạt 2.784 tỷ đồng, tính đến ngày 18/10/2018.'
  const time = readingTime(say(sentence), usualRate, usual)
  assert.equal(sentence.split(' ').length, 31)
  assert.equal(time.syllables, 65)
  assert.equal(toFraction(time.speech), '3900/233')
  assert.equal(toDecimal(time.seconds, 1), '16.7')
})

test('a place without words between takes its longest pause once, and no pause stands at the ends', () => {
  const seconds = (text: string) => toDecimal(pauseSeconds(say(text), slow), 1)
  assert.deepEqual(['Một, hai', 'Một. Hai', 'Một.\n\nHai', '“Một”, (hai)', 'Một.', '\n\nMột', 'Một, hai. Ba'].map(seconds), ['0.2', '0.4', '0.5', '0.2', '0.0', '0.0', '0.6'])
  assert.equal(seconds('TP. Đông Hà'), '0.0', 'the point of an abbreviation is no stop')
})

test('the pauses of a day are those of the latest table begun by then', () => {
  const tables = [slow, ...defaultPauses]
  assert.equal(pausesOn(tables, calendarDate('2025-12-31')).source, 'ours')
  assert.equal(pausesOn(tables, calendarDate('2026-01-01')), slow)
  assert.throws(() => pausesOn([slow], calendarDate('2025-12-31')), RangeError)
})

test('a soundbite counts its media and never its text; what is only shown counts nothing', () => {
  const seconds = (block: Parameters<typeof blockSeconds>[0]) => blockSeconds(block, say, {}, usual)
  assert.deepEqual(seconds({ kind: 'soundbite', text: 'Tôi nghĩ như thế này. '.repeat(50), inMs: 1500, outMs: 14_000 }), rational(25, 2))
  assert.equal(seconds({ kind: 'soundbite', text: 'Tôi nghĩ', inMs: 1500, outMs: null }), null)
  assert.equal(mediaSeconds(2000, 1000), null)
  assert.deepEqual((['super', 'graphic', 'presenter_note', 'film_start'] as const).map((kind) => seconds({ kind, text: 'Chủ tịch xã' })), [zero, zero, zero, zero])
  assert.deepEqual(seconds({ kind: 'voice_over', text: 'Thưa quý vị và các bạn' }), rational(6 * 60, 233))
  assert.deepEqual(seconds({ kind: 'unclassified', text: 'Thưa quý vị' }), rational(3 * 60, 233))
})

test('a reader has a rate for each kind of block, else that of the voice-over, else 233', () => {
  assert.deepEqual([rateOf({}, 'greeting'), rateOf({ voice_over: whole(250) }, 'greeting'), rateOf({ voice_over: whole(250), greeting: whole(210) }, 'greeting')].map(toFraction), ['233/1', '250/1', '210/1'])
  assert.throws(() => readingTime(say('Một'), zero, usual), RangeError)
})

const paragraph = fc.array(fc.constantFrom('ngày 18/10', 'UBND tỉnh', '7,12%', 'xã Suối Đá', 'số 03-QĐ/HU', '2.784 tỷ đồng,', 'quý IV', '“lời nói”;', '–', 'từ', 'đến'), { maxLength: 12 }).map((words) => words.join(' '))

test('a paragraph more never takes less time, and its own time does not hang on the others', () => {
  fc.assert(
    fc.property(paragraph, paragraph, (first, second) => {
      const [one, two, both] = [first, second, `${first}.\n${second}`].map((text) => readingTime(say(text), usualRate, slow))
      assert.ok(one && two && both)
      assert.equal(both.syllables, one.syllables + two.syllables)
      assert.ok(compare(both.seconds, add(one.seconds, two.seconds)) >= 0)
    }),
    { numRuns: 100 },
  )
})

test('who reads faster needs less time', () => {
  fc.assert(
    fc.property(paragraph, fc.integer({ min: 60, max: 400 }), fc.integer({ min: 1, max: 100 }), (text, rate, more) => {
      assert.ok(compare(readingTime(say(text), whole(rate), slow).seconds, readingTime(say(text), whole(rate + more), slow).seconds) >= 0)
    }),
    { numRuns: 100 },
  )
})

function after(known: LearnedRate, count: number, syllables: number, rate: number): LearnedRate {
  let now = known
  for (let i = 0; i < count; i++) now = learnRate(now, { syllables, seconds: add(rational(syllables * 60, rate), rational(3, 2)), pauses: rational(3, 2) }).rate
  return now
}

test('a reader starts at 233 and comes to the rate of the aired blocks, pauses left out', () => {
  assert.equal(toFraction(learnedRate(unknownReader)), '233/1')
  assert.equal(toDecimal(learnedRate(after(unknownReader, 1, 200, 260)), 1), '235.2')
  const distance = sub(whole(260), learnedRate(after(unknownReader, 400, 200, 260)))
  assert.ok(compare(distance, zero) > 0 && compare(distance, whole(1)) < 0)
})

test('a few words, a cut block and a stopped clock teach nothing', () => {
  const learn = (syllables: number, seconds: number) => learnRate(unknownReader, { syllables, seconds: whole(seconds), pauses: zero })
  assert.deepEqual([learn(29, 8), learn(200, 20), learn(200, 120), learn(200, 0)].map((one) => (one.taken ? 'taken' : one.because)), ['too_short', 'outlier', 'outlier', 'outlier'])
  assert.equal(learn(200, 120).rate, unknownReader)
  assert.ok(learn(200, 48).taken)
})

test('what was aired long ago fades, and the figures stay short', () => {
  const later = after(after(unknownReader, 500, 300, 220), 500, 300, 270)
  assert.ok(compare(learnedRate(later), whole(268)) > 0)
  assert.ok(String(later.seconds.n).length < 12 && String(later.syllables.n).length < 12)
  assert.ok(!equals(learnedRate(later), whole(270)))
})
