import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { numberIn, usualPeriod } from './period-entries.ts'

test('early in a month the last month is scored, late in it the month itself', () => {
  assert.deepEqual(usualPeriod(calendarDate('2026-11-05')), { kind: 'month', year: 2026, number: 10 })
  assert.deepEqual(usualPeriod(calendarDate('2026-11-22')), { kind: 'month', year: 2026, number: 11 })
  assert.deepEqual(usualPeriod(calendarDate('2027-01-04')), { kind: 'month', year: 2026, number: 12 })
})

test('changing the kind keeps the time of year', () => {
  assert.equal(numberIn('quarter', { kind: 'month', year: 2026, number: 10 }), 4)
  assert.equal(numberIn('month', { kind: 'quarter', year: 2026, number: 3 }), 9)
  assert.equal(numberIn('year', { kind: 'month', year: 2026, number: 10 }), 1)
})
