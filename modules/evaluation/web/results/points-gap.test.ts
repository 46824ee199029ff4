import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pointsGap } from './points-gap.ts'

test('the gap is the superior’s points less one’s own, exactly', () => {
  assert.equal(pointsGap('2.5', '2.25'), '-0.25')
  assert.equal(pointsGap('4.1', '4.2'), '0.1')
})

test('equal points and points not scored show no gap', () => {
  assert.equal(pointsGap('2.5', '2.50'), null)
  assert.equal(pointsGap(undefined, '2'), null)
  assert.equal(pointsGap('0', undefined), null)
})
