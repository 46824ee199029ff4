import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quantity, standardBands, testRulebook } from '../server/rulebook/test-rulebook.ts'
import { computeScore, type EngineInput } from './compute.ts'
import { differs, rescore, whyDifferent, type KnownScore } from './simulation.ts'

const engine = (criteria: Record<string, string>, more: Record<string, unknown> = {}): EngineInput => ({ kind: 'sheet', column: 'superior', input: { group: 'all', criteria, ...more } })
const bands = (excellent: number) => standardBands.map((band) => (band.level === 'excellent' ? { ...band, from: excellent } : band))
const old = testRulebook()

function known(input: EngineInput): KnownScore {
  const score = computeScore(old, input)
  return { ...score, level: score.level }
}

test('a lower threshold lifts a level and says which threshold moved', () => {
  const draft = testRulebook({ rating: { bands: bands(85) } })
  const input = engine({ points: '87.5' })
  const again = rescore(draft, input)
  assert.ok(again.kind === 'scored')
  assert.deepEqual([again.score.exact, again.score.level, again.dropped], ['175/2', 'excellent', []])
  assert.equal(differs(known(input), again.score), true)
  assert.deepEqual(whyDifferent(known(input), again.score, { before: old, after: draft }), [{ vi: 'Ngưỡng excellent: 90 → 85', en: 'Threshold excellent: 90 → 85' }])
})

test('somebody whom nothing moves does not differ', () => {
  const draft = testRulebook({ rating: { bands: bands(85) } })
  const again = rescore(draft, engine({ points: '60' }))
  assert.ok(again.kind === 'scored')
  assert.equal(differs(known(engine({ points: '60' })), again.score), false)
})

test('points above a new maximum are refused with the place, never cut', () => {
  const draft = testRulebook({ criteria: [{ code: 'points', name: { vi: 'Điểm', en: 'Points' }, max: 80, scoring: { kind: 'points' } }] })
  const again = rescore(draft, engine({ points: '87.5' }))
  assert.ok(again.kind === 'refused')
  assert.deepEqual(again.problems.map((problem) => problem.path), ['criteria.points'])
})

test('what the draft no longer knows is left out and said', () => {
  const again = rescore(old, engine({ points: '70', gone: '5' }, { settings: { 'old.setting': 'x' }, facts: { old: true }, judgements: { d: '100' } }))
  assert.ok(again.kind === 'scored')
  assert.deepEqual([again.score.total, again.dropped], ['70.00', ['settings.old.setting', 'facts.old', 'criteria.gone', 'judgements.d']])
})

test('a changed formula says the points before and after', () => {
  const draft = testRulebook({ sheet: { total: 'total', maximum: 100, generalPoints: 'total', quantities: [quantity('total', 'criteria.points * 0.5', { unit: 'points' })] } })
  const again = rescore(draft, engine({ points: '90' }))
  assert.ok(again.kind === 'scored')
  const before = { ...known(engine({ points: '90' })), generalPoints: '90.00' }
  assert.deepEqual(whyDifferent(before, again.score, { before: old, after: draft }).map((each) => each.vi), ['Tiêu chí chung: 90,00 → 45,00'])
})
