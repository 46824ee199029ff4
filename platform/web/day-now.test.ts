import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { dayNow } from './day-now.ts'

const said = calendarDate('2026-11-23')
const at = (moment: string) => Date.parse(moment)

test('the server says the day; the clock of the device only how many days went by since', () => {
  // 00:20 of the next day in Vietnam by a clock that is fast: the server's word stands.
  assert.equal(dayNow(said, at('2026-11-23T17:20:00Z'), at('2026-11-23T18:00:00Z')), '2026-11-23')
  // A dead battery: the clock begins in 2015 and goes on.
  assert.equal(dayNow(said, at('2015-01-01T16:59:00Z'), at('2015-01-01T17:01:00Z')), '2026-11-24')
  assert.equal(dayNow(said, at('2015-01-01T00:00:00Z'), at('2015-01-10T00:00:00Z')), '2026-12-02')
})

test('a clock set back since then does not bring yesterday back', () => {
  assert.equal(dayNow(said, at('2026-11-23T02:00:00Z'), at('2020-01-01T00:00:00Z')), '2026-11-23')
})
