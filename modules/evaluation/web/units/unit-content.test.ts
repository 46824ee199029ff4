import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyUnitContent, entryKey, mergeUnitSheets, unitDifferences, unitSides, type UnitSheetContent } from './unit-content.ts'

const base: UnitSheetContent = { ...emptyUnitContent, points: { 'G.1': '9', a: '8' }, facts: { tasksLate: 0 }, lists: { axes: { '1': { max: '15', percent: '95' } } } }

test('two versions of an organisation’s sheet are told apart entry by entry', () => {
  const mine = { ...base, points: { 'G.1': '10', a: '8' }, facts: { tasksLate: 0, tasksAssigned: 12 } }
  const theirs = { ...base, lists: { axes: { '1': { max: '15', percent: '90' } } }, comment: 'Đã rà soát' }
  assert.deepEqual(unitDifferences(mine, theirs).map(entryKey), ['points/G.1', 'lists/axes/1/percent', 'facts/tasksAssigned', 'comment'])
  const sides = unitSides(base, mine, theirs)
  assert.deepEqual(sides, { 'points/G.1': 'mine', 'lists/axes/1/percent': 'theirs', 'facts/tasksAssigned': 'mine', comment: 'theirs' })
  assert.deepEqual(mergeUnitSheets(mine, theirs, sides), { points: { 'G.1': '10', a: '8' }, facts: { tasksLate: 0, tasksAssigned: 12 }, lists: { axes: { '1': { max: '15', percent: '90' } } }, comment: 'Đã rà soát', proposedLevel: null })
})

test('an entry taken out on one side stays out when that side is kept, and a blank is no difference', () => {
  const mine = { ...base, points: { 'G.1': '9' }, facts: { tasksLate: 0, remedied: null } }
  assert.deepEqual(unitDifferences(mine, base).map((entry) => [entryKey(entry), entry.mine, entry.theirs]), [['points/a', undefined, '8']])
  assert.deepEqual(mergeUnitSheets(mine, base, { 'points/a': 'mine' }).points, { 'G.1': '9' })
  assert.deepEqual(mergeUnitSheets(mine, base, { 'points/a': 'theirs' }).points, { 'G.1': '9', a: '8' })
})
