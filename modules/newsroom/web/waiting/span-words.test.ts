import assert from 'node:assert/strict'
import { test } from 'node:test'
import { showSpan } from './span-words.ts'

const minute = 60_000

test('a length of time is said in two parts at most, and never more than has passed', () => {
  assert.deepEqual([0, 59_999, minute, 61 * minute, 120 * minute, 845 * minute, 1440 * minute, 1501 * minute, 3075 * minute].map((ms) => showSpan(ms, 'vi')), ['dưới 1 phút', 'dưới 1 phút', '1 phút', '1 giờ 1 phút', '2 giờ', '14 giờ 5 phút', '1 ngày', '1 ngày 1 giờ', '2 ngày 3 giờ'])
  assert.equal(showSpan(845 * minute, 'en'), '14 h 5 min')
})
