import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate, weekday } from '#kernel/calendar-date.ts'
import { periodOf } from '../../domain/period.ts'
import type { ProcedureStep } from '../../domain/rulebook/compiled-rulebook.ts'
import { suggestedDue, yearlyLastDay } from './suggested-due.ts'

const decide: ProcedureStep = {
  id: 'decide',
  name: { vi: 'Quyết định', en: 'Decide' },
  article: 'Điều 21',
  cycle: 'year',
  actor: 'deciding_authority',
  groups: null,
  deadline: { workingDays: null, calendarDays: null, before: '12-15', from: null, confidence: 'primary' },
  records: [],
}

test('a yearly rating is decided before 15 December, the other steps before it', () => {
  assert.equal(yearlyLastDay(2026, [decide]), '2026-12-14')
  const due = suggestedDue(periodOf('year', 2026, 1), [decide], calendarDate('2026-11-20'))
  assert.deepEqual(due, { self: '2026-11-30', superior: '2026-12-07', decide: '2026-12-14' })
})

test('a year prepared too late gets days after today instead of days gone by', () => {
  const due = suggestedDue(periodOf('year', 2026, 1), [decide], calendarDate('2026-12-28'))
  assert.ok(due.self > '2026-12-28' && due.self < due.superior && due.superior < due.decide)
})

test('a month is scored in the days after it ends, never on a weekend', () => {
  const due = suggestedDue(periodOf('month', 2026, 10), [decide], calendarDate('2026-10-20'))
  assert.deepEqual(due, { self: '2026-11-03', superior: '2026-11-09', decide: '2026-11-12' })
  for (const day of Object.values(due)) assert.ok(weekday(day) <= 5)
})

test('a month long gone is scored from today on', () => {
  const due = suggestedDue(periodOf('month', 2026, 1), [], calendarDate('2026-11-23'))
  assert.equal(due.self, '2026-11-26')
})
