import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromShorterPeriods, periodKindsOf } from '../../domain/period-kinds.ts'
import { shippedRulebook } from './rulebook-library.ts'

test('each regime says which periods it scores on a sheet and which come from shorter ones', () => {
  const kinds = (id: string) => {
    const rulebook = shippedRulebook(id)
    assert.ok(rulebook, id)
    return [periodKindsOf(rulebook), fromShorterPeriods(rulebook, 'year')]
  }
  assert.deepEqual(kinds('nd-335-2025'), [['month', 'quarter', 'year'], true])
  assert.deepEqual(kinds('366-qd-tw'), [['quarter', 'year'], false])
  assert.deepEqual(kinds('six-groups-2018'), [['year'], false])
  assert.deepEqual(kinds('da-nang-2014'), [['month', 'year'], true])
})
