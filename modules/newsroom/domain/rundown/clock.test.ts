import assert from 'node:assert/strict'
import { test } from 'node:test'
import { msOfDay, readClock, readLength, showClock, showLength, showOver } from './clock.ts'

test('clocks and lengths are written as a gallery reads them and read as it types them', () => {
  assert.equal(showClock(71_103_000), '19:45:03')
  assert.equal(showClock(86_400_000 + 60_000), '00:01:00')
  assert.deepEqual([0, 5000, 125_400, 3_725_000].map(showLength), ['0:00', '0:05', '2:05', '1:02:05'])
  assert.deepEqual([12_000, -90_000, 400, -400].map(showOver), ['+0:12', '−1:30', '0:00', '0:00'])
  assert.deepEqual(['19:45', '19h45', '19:45:30', '7g05', '24:00', '19:60', 'x', ''].map(readClock), [71_100_000, 71_100_000, 71_130_000, 25_500_000, null, null, null, null])
  assert.deepEqual(['2:05', `2'05"`, '125', '0:07', '2:5', '2:61', '-1', ''].map(readLength), [125_000, 125_000, 125_000, 7000, null, null, null, null])
})

test('a moment is so far into the day of its rundown, past midnight more than a day', () => {
  assert.equal(msOfDay('2026-11-20T12:45:00Z', '2026-11-20'), 71_100_000)
  assert.equal(msOfDay('2026-11-20T17:30:00Z', '2026-11-20'), 88_200_000)
})
