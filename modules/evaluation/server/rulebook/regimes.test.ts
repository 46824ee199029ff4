import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#kernel/refusal.ts'
import { classify } from '../../domain/scoring/classify.ts'
import { scorePeriod } from '../../domain/scoring/score-period.ts'
import { scoreSubject } from '../../domain/scoring/score-subject.ts'
import type { InputProblem } from '../../domain/scoring/types.ts'
import { both, quantity, rule, standardBands, testRulebook } from './test-rulebook.ts'

// Rules of other regimes that no shipped rulebook shows, each in a small rulebook; the regimes themselves are in rulebooks/.

const number = (id: string) => ({ id, type: 'number', min: 0, name: both(id) })
const problemsOf = (run: () => unknown): readonly InputProblem[] => {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return error.data['errors'] as InputProblem[]
    throw error
  }
  return []
}

const partyRule = testRulebook({
  facts: [number('tasks'), number('done'), number('exceeded')],
  messages: [{ id: 'no_tasks', text: both('Không có nhiệm vụ') }],
  rating: {
    quantities: [
      quantity('done_share', 'if(facts.tasks > 0, facts.done / facts.tasks, insufficient("no_tasks"))'),
      quantity('exceeded_share', 'if(facts.tasks > 0, facts.exceeded / facts.tasks, insufficient("no_tasks"))'),
    ],
    bands: [
      { level: 'excellent', from: 90, conditions: [rule('all_done', 'done_share >= 1'), rule('exceeded', 'exceeded_share >= 0.3')] },
      ...standardBands.slice(1),
    ],
  },
})
const party = (points: number, facts: Record<string, unknown>) => scoreSubject(partyRule, { group: 'all', criteria: { points }, facts })

test('B7 Party rule: 93 points with 3 of 10 tasks exceeded is excellent', () => {
  assert.equal(party(93, { tasks: 10, done: 10, exceeded: 3 }).level, 'excellent')
})

test('B8 the same rule with 27.3 % exceeded is good, and says which condition failed', () => {
  const result = party(93, { tasks: 11, done: 11, exceeded: 3 })
  assert.equal(result.level, 'good')
  assert.ok(result.reasons.some((reason) => reason.code === 'condition.exceeded'))
})

test('a condition whose fact nobody gave leaves the level open and names the fact', () => {
  const result = party(93, { tasks: 10, done: 10 })
  assert.equal(result.level, 'insufficient_data')
  assert.ok(result.reasons.some((reason) => reason.path === 'facts.exceeded'))
  assert.equal(party(80, {}).level, 'good', 'below 90 the fact is not needed')
})

const failingQuarter = (when: string, excellentFrom: number) =>
  testRulebook({
    facts: [{ id: 'manager', type: 'boolean', default: false, name: both('manager') }, { ...number('failingQuarters'), integer: true }],
    period: {
      inputs: [{ name: 'quarters', months: 3, most: 4 }, { name: 'year', months: 12, most: 1 }],
      total: 'total',
      quantities: [quantity('total', 'sum(periods, score * months) / max(1, sum(periods, months))', { unit: 'points' })],
    },
    rating: { bands: [{ level: 'excellent', from: excellentFrom }, ...standardBands.slice(1)], ceilings: [rule('failing_quarter', when, { atMost: '"good"' })] },
  })

test('B11 a failing quarter on record bars a manager from excellent although the year is 91', () => {
  const rulebook = failingQuarter('facts.manager and facts.failingQuarters > 0', 90)
  const level = (facts: Record<string, unknown>) => scorePeriod(rulebook, { group: 'all', year: [91], facts }).level
  assert.equal(level({ manager: true, failingQuarters: 1 }), 'good')
  assert.equal(level({ manager: true, failingQuarters: 0 }), 'excellent')
  assert.equal(level({ manager: false, failingQuarters: 1 }), 'excellent')
  assert.equal(level({ manager: true }), 'insufficient_data', 'not knowing is not the same as none')
})

test('B11 the ceiling may also read the quarter scores themselves', () => {
  const rulebook = failingQuarter('facts.manager and any(periods, score < 50)', 85)
  const quarters = [100, 100, 100, 49]
  const result = scorePeriod(rulebook, { group: 'all', quarters, facts: { manager: true } })
  assert.deepEqual([result.total, result.band, result.level], ['87.25', 'excellent', 'good'])
  assert.equal(scorePeriod(rulebook, { group: 'all', quarters }).level, 'excellent')
})

const layered = testRulebook({
  criteria: [],
  raters: [
    { id: 'self', name: both('Tự chấm'), who: 'self', fills: ['total'], weight: '1/5', counts: true, whenMissing: 'insufficient_data' },
    { id: 'team', name: both('Tổ'), who: 'peers', fills: ['total'], weight: '3/10', counts: true, whenMissing: 'insufficient_data' },
    { id: 'council', name: both('Hội đồng'), who: 'council', fills: ['total'], weight: '1/2', counts: true, whenMissing: 'insufficient_data' },
  ],
  sheet: { total: 'total', maximum: 100, quantities: [quantity('total', 'sum(raters, score * weight)', { unit: 'points' })] },
})

test('8.6 self 20 %, group 30 %, council 50 %: 95, 90, 88 give 90.0', () => {
  const result = scoreSubject(layered, { group: 'all', raters: { self: 95, team: 90, council: 88 } })
  assert.equal(result.exact, '90/1')
  assert.equal(result.level, 'excellent')
})

test('8.6 a missing layer gives no total and never another layer’s score', () => {
  const result = scoreSubject(layered, { group: 'all', raters: { self: 95, council: 88 } })
  assert.equal(result.total, null)
  assert.equal(result.level, 'insufficient_data')
  assert.deepEqual(result.reasons.map((reason) => reason.path), ['raters.team'])
})

test('yes/no items, levels, snapped items, a bonus and a deduction make one tree', () => {
  const scoring = (kind: Record<string, unknown>) => ({ scoring: kind })
  const leaf = (code: string, max: number, kind: Record<string, unknown>) => ({ code, name: both(code), max, ...scoring(kind) })
  const rulebook = testRulebook({
    criteria: [
      {
        code: 'all', name: both('all'), max: 20,
        children: [
          leaf('yes', 2, { kind: 'yes_no' }),
          leaf('marks', 8, { kind: 'levels', levels: [{ value: 'high', name: both('Cao'), points: 8 }, { value: 'low', name: both('Thấp'), points: '2.5' }] }),
          leaf('snap', 10, { kind: 'snapped', percentages: [0, 60, 80, 100] }),
          leaf('plus', 7, { kind: 'bonus' }),
          leaf('minus', 5, { kind: 'deduction' }),
        ],
      },
    ],
    sheet: { total: 'total', maximum: 20, quantities: [quantity('total', 'criteria.all', { unit: 'points' })] },
  })
  const total = (criteria: Record<string, unknown>) => scoreSubject(rulebook, { group: 'all', criteria }).exact
  assert.equal(total({ yes: true, marks: 'low', snap: 79 }), '21/2')
  assert.equal(total({ yes: false, marks: 'high', snap: 100, minus: 3 }), '15/1')
  assert.equal(total({ yes: true, marks: 'high', snap: 100, plus: 5 }), '20/1', 'never above the maximum')
  assert.equal(total({ yes: false, marks: 'low', snap: 0, minus: 5 }), '0/1', 'never below zero')
  const errors = problemsOf(() => total({ yes: 1, marks: 'middle', snap: 101, plus: 8, all: 5 }))
  assert.deepEqual(errors.map((error) => error.path).sort(), ['criteria.all', 'criteria.marks', 'criteria.plus', 'criteria.snap', 'criteria.yes'])
})

test('bands of another city (90/80/65) and a body-wide quota are data', () => {
  const quotaSetting = (id: string, values: unknown[], first: string) => ({ id, name: both(id), explanation: both(id), default: first, values })
  const rulebook = testRulebook({
    settings: [quotaSetting('quota.base', [{ value: 'headcount', name: both('x') }], 'headcount'), quotaSetting('quota.rate', [{ value: '30%', number: '0.3', name: both('x') }], '30%')],
    rating: { bands: [90, 80, 65, 0].map((from, i) => ({ level: standardBands[i]?.level, from })) },
    quotas: [{ id: 'a', label: both('A'), level: 'excellent', qualifying: ['excellent', 'good'], scopes: ['body'], baseSetting: 'quota.base', rateSetting: 'quota.rate', allowed: 'headcount * settings.quota.rate' }],
  })
  const subjects = [95, 92, 79, 64].map((total, i) => ({ id: String(i), peerGroup: 'x', total }))
  const result = classify(rulebook, { subjects })
  assert.deepEqual({ ...result.levels }, { 0: 'excellent', 1: 'excellent', 2: 'completed', 3: 'not_completed' })
  assert.deepEqual(result.quotas.map(({ scope, allowed, proposed, over }) => ({ scope, allowed, proposed, over })), [{ scope: '*', allowed: 1, proposed: 2, over: 1 }])
})
