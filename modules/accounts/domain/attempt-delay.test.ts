import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountDelay, placeOf, waitAfter } from './attempt-delay.ts'

test('four wrong passwords cost nothing; every further one doubles the wait, up to a quarter of an hour', () => {
  assert.deepEqual([1, 4, 5, 6, 7, 8].map((failures) => waitAfter(failures, accountDelay)), [0, 0, 5, 10, 20, 40])
  assert.equal(waitAfter(1000, accountDelay), 900)
})

test('an address counts as written by the network, a subscriber’s IPv6 network as one place', () => {
  assert.equal(placeOf('10.1.2.3'), '10.1.2.3')
  assert.equal(placeOf('::ffff:10.1.2.3'), '10.1.2.3')
  assert.equal(placeOf('2001:db8:0:1::1'), placeOf('2001:DB8:0:1:ffff::2'))
  assert.notEqual(placeOf('2001:db8:0:1::1'), placeOf('2001:db8:0:2::1'))
  assert.equal(placeOf('::1'), '0:0:0:0')
})
