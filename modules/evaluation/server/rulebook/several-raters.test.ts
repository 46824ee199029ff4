import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '#kernel/refusal.ts'
import { scoreSubject } from '../../domain/scoring/score-subject.ts'
import type { DerivationStep, InputProblem, ScoreInput, ScoreResult } from '../../domain/scoring/types.ts'
import { RulebookError } from './compile-rulebook.ts'
import { describeInput } from './describe-input.ts'
import { both, quantity, testRulebook } from './test-rulebook.ts'

const rater = (id: string, who: string, more: Record<string, unknown> = {}) => ({ id, name: both(id), who, fills: ['criteria'], counts: true, whenMissing: 'insufficient_data', ...more })
const several = (more: Record<string, unknown> = {}) => ({ several: true, ...more })
const hidden = { several: true, anonymous: true, atLeast: 5 }
const criteria = [
  {
    code: 'A', name: both('Phẩm chất'), max: 40, acceptsTotal: true,
    children: [1, 2].map((n) => ({ code: `A.${n}`, name: both(`A.${n}`), max: 20, scoring: { kind: 'points', step: 1 } })),
  },
  { code: 'B', name: both('Nhiệm vụ'), max: 60, scoring: { kind: 'points' } },
]
const sheet = { total: 'total', maximum: 100, quantities: [quantity('total', 'criteria.A + criteria.B', { unit: 'points' })] }

interface Shape {
  readonly peers?: Record<string, unknown>
  readonly collective?: Record<string, unknown>
  readonly scores?: Record<string, unknown>
}

function rulebook({ peers = {}, collective = {}, scores = {} }: Shape = {}) {
  return testRulebook({
    criteria,
    sheet,
    facts: [{ id: 'isHead', type: 'boolean', default: false, name: both('Là người đứng đầu') }],
    raters: [
      rater('self', 'self', { counts: false, whenMissing: 'not_needed' }),
      rater('peers', 'peers', { ...hidden, whenMissing: 'renormalise', whenTooFew: 'renormalise', ...peers }),
      rater('superior', 'direct_superior'),
      rater('collective', 'council', several(collective)),
    ],
    scores: {
      average: 'criteria',
      incomplete: 'insufficient_data',
      parts: [
        { criteria: ['A'], weights: { peers: '1/5', superior: '3/10', collective: 'if(facts.isHead, 1, 1/2)' } },
        { criteria: ['B'], weights: { collective: 1 } },
      ],
      ...scores,
    },
  })
}

const points = (a1: number, a2: number, b: number) => ({ 'A.1': a1, 'A.2': a2, B: b })
const usual = rulebook()
const score = (scores: unknown, shape: Shape | null = null, more: Partial<ScoreInput> = {}): ScoreResult => scoreSubject(shape === null ? usual : rulebook(shape), { group: 'all', scores, ...more } as ScoreInput)
const problemsOf = (run: () => unknown): string[] => {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return (error.data['errors'] as InputProblem[]).map((each) => each.path)
    throw error
  }
  return []
}
const steps = (step: DerivationStep | null): DerivationStep[] => (step === null ? [] : [step, ...step.inputs.flatMap(steps)])
const found = (result: ScoreResult, id: string): DerivationStep | undefined => steps(result.derivation).find((step) => step.id === id)

const five = [10, 11, 12, 13, 15].map((a) => points(a, a, 1))
const superior = points(15, 16, 0)
const collective = [points(18, 18, 50), points(19, 18, 51), points(18, 20, 52)]

test('each kind of rater is averaged exactly and weighs what the rulebook says; a part only one decides is that one’s', () => {
  // A.1: 61/5·1/5 + 15·3/10 + 55/3·1/2; A.2: 61/5·1/5 + 16·3/10 + 56/3·1/2; B: the Standing Committee's 51.
  assert.equal(score({ self: points(20, 20, 60), peers: five, superior, collective }).exact, '2092/25')
})

test('what one rates oneself is shown and moves nothing', () => {
  const result = score({ self: points(20, 20, 60), peers: five, superior, collective })
  assert.equal(result.exact, score({ peers: five, superior, collective }).exact)
  assert.match(found(result, 'scores.self.B')?.note?.vi ?? '', /không tính vào điểm/)
})

test('a weight may depend on the post: weights are relative, so the mean stays a mean', () => {
  const result = score({ peers: five, superior, collective }, null, { facts: { isHead: true } })
  assert.match(found(result, 'scores.collective.A.1')?.note?.vi ?? '', /Trọng số 66,67%; 3 người/)
  // A.1: (61/25 + 9/2 + 55/3) / (3/2); A.2: (61/25 + 24/5 + 56/3) / (3/2).
  assert.equal(result.exact, '2128/25')
})

test('an absent rater the rulebook needs leaves no score and is named; nobody stands in', () => {
  const result = score({ self: points(20, 20, 60), peers: five, collective })
  assert.deepEqual([result.total, result.level], [null, 'insufficient_data'])
  assert.deepEqual(result.reasons.map((reason) => [reason.code, reason.path]), [['missing_input', 'scores.superior']])
})

test('an absent rater whose weight the rulebook shares anew is left out, and the answer says so', () => {
  const result = score({ superior, collective })
  // A.1: (9/2 + 55/6) / (4/5); A.2: (24/5 + 28/3) / (4/5); B: 51.
  assert.equal(result.exact, '343/4')
  assert.deepEqual(result.reasons.filter((reason) => reason.code === 'rater_absent').map((reason) => reason.path), ['scores.peers'])
  assert.match(found(result, 'scores.superior.A.1')?.note?.vi ?? '', /Trọng số 30% \(tính lại 37,5%\)/)
})

test('four anonymous peers are too few: their mean is withheld everywhere and their weight shared or the score left open, as stated', () => {
  const four = five.slice(1)
  const shared = score({ peers: four, superior, collective })
  assert.equal(shared.exact, score({ superior, collective }).exact)
  assert.deepEqual(shared.reasons.filter((reason) => reason.path === 'scores.peers').map((reason) => reason.code), ['too_few_raters'])
  assert.equal(found(shared, 'scores.peers.A.1')?.value.kind, 'missing')
  const open = score({ peers: four, superior, collective }, { peers: { whenTooFew: 'insufficient_data' } })
  assert.equal(open.exact, null)
  assert.deepEqual(open.reasons.map((reason) => [reason.code, reason.path]), [['too_few_raters', 'scores.peers']])
})

test('of anonymous raters the derivation shows their number and mean, never one person’s points', () => {
  const peers = [3, 5, 7, 11, 17].map((a) => points(a, a, 1))
  const result = score({ peers, superior, collective })
  const step = found(result, 'scores.peers.A.1')
  assert.deepEqual([step?.value.kind === 'number' && step.value.exact, step?.note?.vi, step?.inputs.length], ['43/5', 'Trọng số 20%; 5 người', 0])
  const text = JSON.stringify(result)
  assert.ok(!text.includes('scores.peers[') && !text.includes('17/1'))
  assert.equal(found(result, 'scores.collective.A.1')?.inputs.length, 3, 'named raters are shown one by one')
})

test('a blank in a named sheet is named with the person; in an anonymous one only with the criterion', () => {
  const blank = { 'A.1': 10, B: 40 }
  assert.deepEqual(score({ peers: five, superior, collective: [points(1, 1, 1), blank] }).reasons.map((reason) => reason.path), ['scores.collective[1].A.2'])
  assert.deepEqual(score({ peers: [...five, blank], superior, collective }).reasons.map((reason) => reason.path), ['scores.peers.A.2'])
})

test('where sheets with blanks are left out they do not count as people either', () => {
  const blank = { 'A.1': 10, B: 40 }
  const leaveOut = { scores: { incomplete: 'leave_out' } }
  assert.equal(score({ peers: five, superior, collective: [...collective, { B: null }] }, leaveOut).exact, '2092/25')
  const four = score({ peers: [...five.slice(1), blank], superior, collective }, leaveOut)
  assert.deepEqual(four.reasons.filter((reason) => reason.code === 'too_few_raters').map((reason) => reason.path), ['scores.peers'])
})

test('wrong scores are errors with their path', () => {
  const right = { peers: five, superior, collective }
  const paths = (scores: unknown, more: Partial<ScoreInput> = {}) => problemsOf(() => score(scores, null, more))
  assert.deepEqual(paths({ ...right, council: [points(1, 1, 1)] }), ['scores.council'])
  assert.deepEqual(paths({ ...right, self: [points(1, 1, 1), points(2, 2, 2)] }), ['scores.self'], 'rating oneself twice')
  assert.deepEqual(paths({ ...right, superior: { ...superior, C: 1 } }), ['scores.superior.C'])
  assert.deepEqual(paths({ ...right, superior: { ...superior, 'A.1': 21 } }), ['scores.superior.A.1'])
  assert.deepEqual(paths({ ...right, collective: [superior, { 'A.1': '12.5' }] }), ['scores.collective[1].A.1'], 'off the step')
  assert.deepEqual(paths({ ...right, superior: 90 }), ['scores.superior.total'], 'a total where criteria are asked for')
  assert.deepEqual(paths({ ...right, superior: { A: 30, B: 50 } }), ['scores.superior.A'], 'a sum where each criterion is averaged')
  assert.deepEqual(paths({ ...right, collective: [5, null] }).sort(), ['scores.collective[0].total', 'scores.collective[1]'])
  assert.deepEqual(paths([right]), ['scores'])
  assert.deepEqual(paths(right, { criteria: points(1, 1, 1) }), ['criteria'])
  assert.deepEqual(problemsOf(() => scoreSubject(testRulebook(), { group: 'all', criteria: { points: 1 }, scores: right })), ['scores'])
})

test('of unnamed raters the count and the mean are enough, and give what their sheets give', () => {
  const known = { self: points(20, 20, 60), superior, collective }
  const mean = { 'A.1': '61/5', 'A.2': '12.2', A: '122/5', B: 1 }
  const named = score({ ...known, peers: five })
  const summed = score({ ...known, peers: { count: 5, mean } })
  assert.deepEqual([summed.exact, summed.level], [named.exact, named.level])
  assert.match(found(summed, 'scores.peers.A.1')?.note?.vi ?? '', /5 người/)
  assert.deepEqual(score({ ...known, peers: { count: 4 } }).reasons.map((reason) => reason.code), score({ ...known, peers: five.slice(1) }).reasons.map((reason) => reason.code))
  assert.equal(score({ ...known, peers: { count: 0 } }).exact, score(known).exact)
  assert.deepEqual(problemsOf(() => score({ ...known, peers: { count: -1, mean } })), ['scores.peers.count'])
  assert.deepEqual(problemsOf(() => score({ ...known, peers: { count: 5, mean: { ...mean, 'A.1': '61/3', X: 1 } } })), ['scores.peers.mean.A.1', 'scores.peers.mean.X'])
  assert.deepEqual(problemsOf(() => score({ ...known, superior: { count: 1, mean } })), ['scores.superior.count', 'scores.superior.mean'])
})

test('criteria only another group has are not counted and said so; of anonymous raters without the person', () => {
  const groups = ['office', 'school'].map((id) => ({ id, name: both(id), selector: {} }))
  const two = testRulebook({
    groups,
    criteria: [{ code: 'A', name: both('A'), max: 100, scoring: { kind: 'points' } }, { code: 'B', name: both('B'), max: 1, groups: ['school'], scoring: { kind: 'points' } }],
    sheet: { total: 'total', maximum: 100, quantities: [quantity('total', 'criteria.A', { unit: 'points' })] },
    raters: [rater('boss', 'direct_superior'), rater('peers', 'peers', { ...hidden, whenMissing: 'renormalise', whenTooFew: 'renormalise' }), rater('pupils', 'council', { groups: ['school'] })],
    scores: { average: 'criteria', incomplete: 'leave_out', parts: [{ criteria: ['A', 'B'], weights: { boss: 1, peers: 1, pupils: 1 } }] },
  })
  const result = scoreSubject(two, { group: 'office', scores: { boss: { A: 80, B: 1 }, peers: [70, 70, 70, 70, 70].map((A) => ({ A, B: 1 })), pupils: { A: 1 } } })
  assert.equal(result.total, '75.00')
  assert.deepEqual(result.reasons.filter((reason) => reason.code === 'unused_input').map((reason) => reason.path), ['scores.pupils', 'scores.boss.B', 'scores.peers.B'])
})

test('the help of a rulebook shows who rates with which weight and the sheets as they are written', () => {
  const { groups } = describeInput(usual) as { groups: Record<string, { shape: Record<string, unknown>; scores: { raters: Record<string, { anonymous: boolean; weights: object[] }> } }> }
  assert.deepEqual(groups['all']?.shape['scores'], { self: { 'A.1': '0–20', 'A.2': '0–20', B: '0–60' }, peers: ['{ … }', '… | { count: 6, mean: { … } }'], superior: '{ … }', collective: ['{ … }', '…'] })
  assert.deepEqual(groups['all']?.scores.raters['peers']?.weights.map((each) => (each as { weight: string }).weight), ['1/5'])
})

test('points already combined are accepted only where the rulebook says so, and never beside the sheets', () => {
  const combined = { scores: { acceptsCombined: true } }
  assert.equal(scoreSubject(rulebook(combined), { group: 'all', criteria: points(10, 11, 50) }).total, '71.00')
  assert.deepEqual(problemsOf(() => score({ superior }, combined, { criteria: points(1, 1, 1) })), ['criteria'])
})

const byTotal = testRulebook({
  criteria: [{ code: 'T', name: both('Tổng'), max: 100, acceptsTotal: true, children: [{ code: 'T.1', name: both('Điểm'), max: 100, scoring: { kind: 'points' } }, { code: 'T.2', name: both('Thưởng'), max: 10, scoring: { kind: 'bonus' } }] }],
  sheet: { total: 'total', maximum: 100, quantities: [quantity('total', 'criteria.T', { unit: 'points' })] },
  raters: [rater('self', 'self', { fills: ['criteria', 'total'] }), rater('group', 'peers', { fills: ['criteria', 'total'], several: true })],
  scores: { average: 'sheets', incomplete: 'insufficient_data', parts: [{ criteria: ['T'], weights: { self: 0.2, group: 0.8 } }] },
})

test('where sheets are averaged as wholes a total is a number, { total } or its criteria, and each sheet stops at the maximum by itself', () => {
  const total = (scores: unknown) => scoreSubject(byTotal, { group: 'all', scores } as ScoreInput).exact
  assert.equal(total({ self: 95, group: [{ total: '90' }, { 'T.1': 80, 'T.2': 4 }] }), '443/5')
  assert.equal(total({ self: 100, group: [{ 'T.1': 98, 'T.2': 10 }, { 'T.1': 90 }] }), '96/1', '108 stops at 100 before the mean')
  assert.deepEqual(problemsOf(() => total({ self: { total: 90, 'T.1': 90 }, group: 80 })), ['scores.self.T.1'])
  assert.deepEqual(problemsOf(() => total({ self: 101, group: 80 })), ['scores.self.total'])
})

test('the mean of equal points is those points, whoever is absent and however many rate', () => {
  const one = fc.record({ a: fc.integer({ min: 0, max: 20 }), b: fc.integer({ min: 0, max: 20 }), c: fc.integer({ min: 0, max: 6000 }) })
  fc.assert(
    fc.property(one, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), fc.boolean(), ({ a, b, c }, peers, members, isHead) => {
      const same = points(a, b, c / 100)
      const result = score({ peers: Array.from({ length: peers }, () => same), superior: same, collective: Array.from({ length: members }, () => same) }, null, { facts: { isHead } })
      assert.equal(result.total, (a + b + c / 100).toFixed(2))
    }),
  )
})

test('the order of people and of kinds of rater changes nothing', () => {
  const sheets = fc.array(fc.integer({ min: 0, max: 20 }).map((a) => points(a, 20 - a, a)), { minLength: 5, maxLength: 8 })
  fc.assert(
    fc.property(sheets.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([list, shuffled]) => {
      const answer = score({ peers: list, superior, collective })
      assert.equal(answer.exact, score({ collective: [...collective].reverse(), superior, peers: shuffled }).exact)
    }),
  )
})

test('a rulebook that leaves something about its raters unsaid is refused at its place', () => {
  const refused = (shape: Shape) => {
    try {
      rulebook(shape)
    } catch (error) {
      if (error instanceof RulebookError) return error.problems.map((problem) => problem.path)
      throw error
    }
    return []
  }
  assert.deepEqual(refused({ peers: { whenTooFew: null } }), ['raters[1].whenTooFew'])
  assert.deepEqual(refused({ peers: { whenMissing: 'not_needed' } }), ['raters[1].whenMissing'])
  assert.deepEqual(refused({ peers: { several: false } }), ['raters[1].several'])
  assert.deepEqual(refused({ collective: { counts: false } }), ['raters[3].counts'])
  assert.deepEqual(refused({ collective: { fills: ['total'] } }), ['raters[3].fills'])
  const conduct = [{ criteria: ['A'], weights: { superior: 1, collective: 1, peers: 1 } }]
  assert.deepEqual(refused({ scores: { parts: conduct } }), ['scores.parts'], 'nobody decides B')
  assert.deepEqual(refused({ scores: { parts: [...conduct, { criteria: ['B', 'A.1'], weights: { collective: 1 } }] } }), ['scores.parts[1].criteria[1]'])
  assert.deepEqual(refused({ scores: { parts: [{ criteria: ['A', 'B'], weights: { superior: 1, collective: 1, peers: 1, boss: 1 } }] } }), ['scores.parts[0].weights.boss'])
  assert.deepEqual(refused({ scores: { parts: [{ criteria: ['A', 'B'], weights: { superior: 1, collective: '0 - 1', peers: 'criteria.B' } }] } }), ['scores.parts[0].weights.collective', 'scores.parts[0].weights.peers'])
})
