import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { chartPoints, newestMonth, twelveMonthsTo } from './history-months.ts'

test('twelve months run over the turn of the year', () => {
  const months = twelveMonthsTo(calendarDate('2026-03-01'))
  assert.equal(months.length, 12)
  assert.equal(months[0], '2025-04-01')
  assert.equal(months[8], '2025-12-01')
  assert.equal(months[11], '2026-03-01')
})

test('the newest window ends with this month, or with a later month that has a score', () => {
  assert.equal(newestMonth([{ month: '2026-09-01', total: '88' }], calendarDate('2026-11-22')), '2026-11-01')
  assert.equal(newestMonth([{ month: '2026-12-01', total: '88' }], calendarDate('2026-11-22')), '2026-12-01')
})

test('a month without a score is a gap', () => {
  const points = chartPoints([{ month: '2026-02-01', total: '87.50' }], twelveMonthsTo(calendarDate('2026-03-01')).slice(-2))
  assert.deepEqual(points, [
    { label: '2/26', value: '87.50' },
    { label: '3/26', value: null },
  ])
})
