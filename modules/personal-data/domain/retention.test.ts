import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate as day } from '#kernel/calendar-date.ts'
import { endedBefore, monthsEarlier, periodInForce, shortestPeriod, type RetentionTerms } from './retention.ts'

const none: RetentionTerms = { countedFrom: 'day', minimums: [], ownNeed: null, unlessSet: null }
const today = day('2026-11-23')

test('without a period of the committee, a shipped one or a law nothing is in force, so nothing is ever proposed', () => {
  assert.equal(periodInForce(none, [], today), null)
})

test('the newest period that has begun is in force; one that begins later is not yet', () => {
  const set = [{ months: 120, from: day('2026-01-01') }, { months: 60, from: day('2026-12-01') }]
  assert.deepEqual(periodInForce(none, set, today), { months: 120, source: 'committee' })
  assert.deepEqual(periodInForce(none, set, day('2026-12-01')), { months: 60, source: 'committee' })
})

test('of two periods for the same day the one set later holds', () => {
  assert.deepEqual(periodInForce(none, [{ months: 12, from: today }, { months: 24, from: today }], today), { months: 24, source: 'committee' })
})

test('kept for ever is a period, and nothing is proposed under it', () => {
  assert.deepEqual(periodInForce({ ...none, unlessSet: 12 }, [{ months: null, from: today }], today), { months: null, source: 'committee' })
})

test('the shipped period holds until the committee sets one', () => {
  assert.deepEqual(periodInForce({ ...none, unlessSet: 12 }, [], today), { months: 12, source: 'shipped' })
})

test('a law that asks for more from a later day outweighs a shorter period set before it', () => {
  const terms = { ...none, minimums: [{ months: 24, from: day('2027-01-01') }] }
  const set = [{ months: 12, from: day('2026-01-01') }]
  assert.deepEqual(periodInForce(terms, set, today), { months: 12, source: 'committee' })
  assert.deepEqual(periodInForce(terms, set, day('2027-01-01')), { months: 24, source: 'minimum' })
  assert.equal(shortestPeriod(terms, today), 24)
})

test('a newer law that asks for less than an older one is the one that counts', () => {
  const terms = { ...none, minimums: [{ months: 60, from: day('2020-01-01') }, { months: 24, from: day('2026-01-01') }] }
  assert.equal(shortestPeriod(terms, today), 24)
  assert.equal(shortestPeriod({ ...terms, ownNeed: 36 }, today), 36)
})

test('months earlier stay within the month', () => {
  assert.equal(monthsEarlier(day('2026-03-31'), 1), '2026-02-28')
  assert.equal(monthsEarlier(day('2026-01-15'), 13), '2024-12-15')
  assert.equal(monthsEarlier(today, 24), '2024-11-23')
})

test('counted from the day, what ended a period ago is over; counted from the year, only after that year', () => {
  assert.equal(endedBefore(today, 12, 'day'), '2025-11-23')
  assert.equal(endedBefore(today, 12, 'year_end'), '2025-01-01')
  assert.equal(endedBefore(day('2026-12-30'), 12, 'year_end'), '2025-01-01')
  assert.equal(endedBefore(day('2026-12-31'), 12, 'year_end'), '2026-01-01')
})
