import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate, formatVietnameseDate, lastOfMonth, parseIsoDate, parseVietnameseDate, vietnameseDay } from './calendar-date.ts'
import { addWorkingDays, isWorkingDay, type WorkCalendar } from './working-days.ts'

const calendar: WorkCalendar = {
  holidays: new Set(['2026-08-31', '2026-09-01', '2026-09-02']),
  madeUp: new Set(['2026-08-22']),
  knownUntil: calendarDate('2026-12-31'),
}

test('seven working days over the National Day of 2026, its swapped day and the weekend', () => {
  assert.equal(addWorkingDays(calendarDate('2026-08-27'), 7, calendar), '2026-09-10')
})

test('a Saturday worked by decision counts, a swapped Monday does not', () => {
  assert.equal(isWorkingDay(calendarDate('2026-08-22'), calendar), true)
  assert.equal(isWorkingDay(calendarDate('2026-08-31'), calendar), false)
})

test('a term of no days ends the day it begins; a broken count is an error', () => {
  assert.equal(addWorkingDays(calendarDate('2026-09-05'), 0, calendar), '2026-09-05')
  assert.throws(() => addWorkingDays(calendarDate('2026-09-05'), 1.5, calendar), RangeError)
})

test('dates that do not exist are no dates', () => {
  assert.equal(parseVietnameseDate('30/02/2026'), undefined)
  assert.equal(parseIsoDate('2026-13-01'), undefined)
  assert.equal(parseVietnameseDate('1/9/2026'), '2026-09-01')
  assert.equal(formatVietnameseDate(calendarDate('2026-09-01')), '01/09/2026')
})

test('the day in Vietnam begins at 17:00 of the day before in UTC', () => {
  assert.equal(vietnameseDay(new Date('2026-12-31T16:59:59Z')), '2026-12-31')
  assert.equal(vietnameseDay(new Date('2026-12-31T17:00:00Z')), '2027-01-01')
  assert.equal(lastOfMonth(2026, 2), '2026-02-28')
})
