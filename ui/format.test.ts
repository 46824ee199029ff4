import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deadlineTone, showBytes, showDate, showDeadline, showMoment, showTime } from './format.ts'

test('dates read as on paper', () => {
  assert.equal(showDate('2026-12-31'), '31/12/2026')
})

test('moments are told in Vietnamese time wherever the machine stands', () => {
  assert.equal(showTime('2026-11-22T03:32:00Z'), '10:32')
  assert.equal(showMoment('2026-12-31T18:05:00Z'), '01:05 01/01/2027')
})

test('a deadline says how many working days are left or how long it is overdue', () => {
  const today = '2026-11-20'
  assert.equal(showDeadline({ due: '2026-11-24', today, workingDays: 2 }), 'còn 2 ngày làm việc')
  assert.equal(showDeadline({ due: '2026-11-24', today }), 'còn 4 ngày')
  assert.equal(showDeadline({ due: '2026-11-20', today, workingDays: 0 }), 'hạn hôm nay')
  assert.equal(showDeadline({ due: '2026-11-17', today }), 'quá hạn 3 ngày')
  assert.equal(showDeadline({ due: '2026-11-21', today, workingDays: 1 }, 'en'), '1 working day left')
  assert.equal(showDeadline({ due: '2026-11-17', today }, 'en'), '3 days overdue')
})

test('a deadline is soon within two working days, late when passed', () => {
  assert.equal(deadlineTone({ due: '2026-11-24', today: '2026-11-20', workingDays: 2 }), 'soon')
  assert.equal(deadlineTone({ due: '2026-11-24', today: '2026-11-20' }), 'calm')
  assert.equal(deadlineTone({ due: '2026-11-19', today: '2026-11-20' }), 'late')
})

test('file sizes are short', () => {
  assert.equal(showBytes(1_400_000), '1,4 MB')
  assert.equal(showBytes(50_000_000, 'en'), '50 MB')
  assert.equal(showBytes(812), '812 B')
})
