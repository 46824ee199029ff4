import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differenceKey, differencesOf, emptyContent, mergeSheets, pointsToCopy, proposedSides } from './sheet-content.ts'

const base = { ...emptyContent, points: { 'I.1': '4', 'I.2': '4' }, strengths: 'Chắc chuyên môn' }
const mine = { ...base, points: { 'I.1': '5', 'I.2': '4', 'II.1': '2' }, judgements: { d: { value: '50', reason: 'chậm' } } }
const theirs = { ...base, points: { 'I.1': '4', 'I.2': '3' }, strengths: 'Chắc chuyên môn, tận tụy' }

test('two versions differ only where they say different things', () => {
  assert.deepEqual(differencesOf(mine, theirs).map(differenceKey), ['points.I.1', 'points.I.2', 'points.II.1', 'judgements.d', 'strengths'])
  assert.deepEqual(differencesOf(base, { ...base, strengths: ' Chắc chuyên môn ' }), [])
})

test('what only one side changed since both began is proposed from that side', () => {
  assert.deepEqual(proposedSides(base, mine, theirs), {
    'points.I.1': 'mine',
    'points.I.2': 'theirs',
    'points.II.1': 'mine',
    'judgements.d': 'mine',
    strengths: 'theirs',
  })
})

test('the merged sheet holds the chosen side of every difference and loses nothing', () => {
  assert.deepEqual(mergeSheets(mine, theirs, proposedSides(base, mine, theirs)), {
    ...base,
    points: { 'I.1': '5', 'I.2': '3', 'II.1': '2' },
    judgements: { d: { value: '50', reason: 'chậm' } },
    strengths: 'Chắc chuyên môn, tận tụy',
  })
})

test('choosing one side everywhere gives that version back', () => {
  const all = (side: 'mine' | 'theirs') => Object.fromEntries(differencesOf(mine, theirs).map((one) => [differenceKey(one), side] as const))
  assert.deepEqual(mergeSheets(mine, theirs, all('mine')), mine)
  assert.deepEqual(mergeSheets(mine, theirs, all('theirs')), theirs)
})

test('a cell one side emptied stays empty when that side is chosen', () => {
  const emptied = { ...base, points: { 'I.2': '4' } }
  assert.deepEqual(mergeSheets(emptied, base, { 'points.I.1': 'mine' }).points, { 'I.2': '4' })
})

test('taking over the self-score lists what would change; a blank self-score is never taken over', () => {
  const self = { ...emptyContent, points: { 'I.1': '5', 'I.2': '4' } }
  const superior = { ...emptyContent, points: { 'I.1': '4.5', 'I.2': '4', 'II.1': '2' } }
  assert.deepEqual(pointsToCopy(self, superior, ['I.1', 'I.2', 'II.1', 'II.2']), [{ code: 'I.1', self: '5', present: '4.5' }])
})
