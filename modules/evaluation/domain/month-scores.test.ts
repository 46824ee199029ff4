import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countingScores, regimeOf, usualRulebook } from './month-scores.ts'

const row = (month: string, rulebook_id: string) => ({ month, rulebook_id })

test('a month counts under its own regime; of another regime it does not, entered by hand it serves where there is none', () => {
  const rows = [row('01', ''), row('01', 'decree'), row('02', ''), row('03', 'begun'), row('03', '')]
  assert.deepEqual(countingScores(rows, 'decree', (each) => each.month).map((each) => each.rulebook_id), ['decree', '', 'begun'])
})

test('a rulebook the body began from another, and what was begun from that, are one regime', () => {
  const pairs = [{ rulebook_id: 'ours', basis_id: 'decree' }, { rulebook_id: 'later', basis_id: 'ours' }, { rulebook_id: 'party', basis_id: '366' }]
  assert.deepEqual([...regimeOf('decree', pairs)].toSorted(), ['decree', 'later', 'ours'])
  assert.deepEqual([...regimeOf('366', pairs)].toSorted(), ['366', 'party'])
})

test('a history shows the regime somebody is mostly scored under', () => {
  assert.equal(usualRulebook([row('01', 'a'), row('02', 'b'), row('03', 'b'), row('04', '')]), 'b')
  assert.equal(usualRulebook([row('01', '')]), '')
})
