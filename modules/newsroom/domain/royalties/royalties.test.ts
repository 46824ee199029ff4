import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { priceOf, type RoyaltyRate } from './rates.ts'
import { problemOfShares, splitAmount } from './split.ts'

const day = calendarDate
const rate = (kind: RoyaltyRate['kind'], genre: string, value: number, firstDay: string, documentNumber = '12/QĐ-ĐPTTH'): RoyaltyRate => ({ id: `${kind}${genre}${firstDay}`, kind, genre, value, firstDay: day(firstDay), documentNumber, documentDate: day('2026-01-05') })
const rates = [rate('amount', 'Tin', 90_000, '2026-01-01'), rate('amount', 'Tin', 120_000, '2026-10-01'), rate('points', 'Phóng sự', 1250, '2026-01-01'), rate('amount', '', 50_000, '2026-01-01')]

test('an item is paid by the rate of its genre on the day it aired, else by the rate for every other item', () => {
  const amount = (genre: string, on: string) => {
    const priced = priceOf(genre, day(on), rates)
    return priced.ok ? priced.amount : priced.why
  }
  assert.deepEqual([amount('tin', '2026-09-30'), amount('Tin', '2026-10-01'), amount('Ký sự', '2026-10-01'), amount('Tin', '2025-12-31')], [90_000, 120_000, 50_000, 'no-rate'])
  assert.equal(amount('Phóng sự', '2026-10-01'), 'no-point-value')
})

test('points are worth whole đồng, half up, by both decisions', () => {
  const priced = priceOf('Phóng sự', day('2026-11-01'), [...rates, rate('point_value', '', 10_003, '2026-11-01', '40/QĐ-ĐPTTH')])
  assert.deepEqual(priced, { ok: true, amount: 125_038, basis: '12/QĐ-ĐPTTH ngày 05/01/2026; 40/QĐ-ĐPTTH ngày 05/01/2026' })
})

test('shares are together exactly the amount, whatever it is', () => {
  assert.deepEqual(splitAmount(100, [{ percent: 33 }, { percent: 33 }, { percent: 34 }]), [33, 33, 34])
  assert.deepEqual(splitAmount(101, [{ percent: 50 }, { percent: 50 }]), [51, 50])
  for (let amount = 0; amount < 3000; amount += 7) assert.equal(splitAmount(amount, [{ percent: 37 }, { percent: 41 }, { percent: 22 }]).reduce((sum, each) => sum + each), amount)
})

test('shares that are not a hundred, or name somebody twice in one role, are not kept', () => {
  const [a, b] = ['a', 'b'] as PersonId[] as [PersonId, PersonId]
  assert.equal(problemOfShares([{ personId: a, role: 'author', percent: 60 }, { personId: a, role: 'reader', percent: 40 }]), null)
  assert.equal(problemOfShares([{ personId: a, role: 'author', percent: 60 }, { personId: b, role: 'author', percent: 39 }]), 'sum')
  assert.equal(problemOfShares([{ personId: a, role: 'author', percent: 50 }, { personId: a, role: 'author', percent: 50 }]), 'twice')
})
