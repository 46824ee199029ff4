import assert from 'node:assert/strict'
import { test } from 'node:test'
import { progressOf } from './campaign-progress.ts'

test('a file counts for every step it has passed', () => {
  const byStatus = { waiting: 1, self_scoring: 5, superior_scoring: 3, scored: 2, compiled: 0, decided: 4, published: 1 }
  assert.deepEqual(progressOf(byStatus), { total: 16, selfScored: 10, superiorScored: 7, decided: 5 })
})
