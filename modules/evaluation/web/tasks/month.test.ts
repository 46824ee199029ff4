import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { endOfMonth, monthAfter, monthOf, readMonth, writeMonth } from './month.ts'

test('the months run over the turn of the year', () => {
  assert.equal(monthAfter(calendarDate('2026-12-01'), 1), '2027-01-01')
  assert.equal(monthAfter(calendarDate('2026-01-01'), -1), '2025-12-01')
  assert.equal(monthAfter(calendarDate('2026-05-01'), 0), '2026-05-01')
})

test('a month in the address is read, anything else is not', () => {
  assert.equal(readMonth('2026-04'), '2026-04-01')
  assert.equal(readMonth('2026-13'), undefined)
  assert.equal(readMonth('all'), undefined)
  assert.equal(readMonth(undefined), undefined)
  assert.equal(writeMonth(calendarDate('2026-04-01')), '2026-04')
})

test('a month ends on its last day', () => {
  assert.equal(endOfMonth(calendarDate('2028-02-01')), '2028-02-29')
  assert.equal(monthOf(calendarDate('2028-02-29')), '2028-02-01')
})
