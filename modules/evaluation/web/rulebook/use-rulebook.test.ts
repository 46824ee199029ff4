import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rankOf } from './use-rulebook.ts'

const levels = ['excellent', 'good', 'completed', 'not_completed']

test('the four levels of the decree stand from 4 down to 1', () => {
  assert.deepEqual(levels.map((level) => rankOf(levels, level)), [4, 3, 2, 1])
})

test('not rated and insufficient data have no rank', () => {
  assert.equal(rankOf(levels, 'not_rated'), null)
  assert.equal(rankOf(levels, 'insufficient_data'), null)
})

test('with three levels the last is still the lowest', () => {
  assert.deepEqual(['a', 'b', 'c'].map((level) => rankOf(['a', 'b', 'c'], level)), [4, 3, 1])
})
