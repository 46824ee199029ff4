import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { add, compare, div, equals, isZero, max, min, mul, parseRational, rational, sub, toFraction, zero, type Rational } from '#kernel/rational.ts'
import { Refusal } from '#kernel/refusal.ts'
import { classify } from '../../domain/scoring/classify.ts'
import { previewTotal } from '../../domain/scoring/preview-total.ts'
import { scorePeriod } from '../../domain/scoring/score-period.ts'
import { scoreSubject } from '../../domain/scoring/score-subject.ts'
import type { DerivationStep, InputProblem, ScoreInput } from '../../domain/scoring/types.ts'
import { shippedRulebook } from './rulebook-library.ts'

const found = shippedRulebook('nd-335-2025')
assert.ok(found)
const decree = found

const origin = fc.constantFrom('assigned', 'handed_back', 'received', 'ad_hoc')
const taskArbitrary = fc.record({
  coefficient: fc.constantFrom('1', '1.5', '0.5', '18', '1/3'),
  assigned: fc.integer({ min: 0, max: 12 }),
  completed: fc.integer({ min: 0, max: 12 }),
  qualityFaults: fc.integer({ min: 0, max: 5 }),
  lateEvents: fc.integer({ min: 0, max: 5 }),
  origin,
  excused: fc.boolean(),
})
type Task = typeof taskArbitrary extends fc.Arbitrary<infer T> ? T : never
const tasksArbitrary = fc.array(taskArbitrary, { maxLength: 8 })

const one = rational(1)
const exact = (text: string) => parseRational(text) ?? zero

/** Articles 14, 16.1 and 18.1.d written a second time, straight from the text, without the engine. */
function shareByHand(tasks: readonly Task[], faultsOf: (task: Task) => number): Rational | null {
  let assigned = zero
  let earned = zero
  for (const task of tasks) {
    const k = exact(task.coefficient)
    if (task.origin === 'assigned' || task.origin === 'handed_back') assigned = add(assigned, mul(rational(task.assigned), k))
    if (task.origin === 'handed_back') continue
    const lost = mul(rational(faultsOf(task), 4), min(one, rational(task.completed)))
    earned = add(earned, mul(max(zero, sub(rational(task.completed), lost)), k))
  }
  return isZero(assigned) ? null : min(one, div(earned, assigned))
}

/** The other readings: 25 % of the whole line, each line stopped at what was assigned, no cap. */
function shareOtherwise(tasks: readonly Task[], faultsOf: (task: Task) => number): Rational | null {
  let assigned = zero
  let earned = zero
  for (const task of tasks) {
    const k = exact(task.coefficient)
    const inPlan = task.origin === 'assigned' || task.origin === 'handed_back'
    if (inPlan) assigned = add(assigned, mul(rational(task.assigned), k))
    if (task.origin === 'handed_back') continue
    const done = inPlan ? Math.min(task.completed, task.assigned) : task.completed
    earned = add(earned, mul(mul(rational(done), max(zero, sub(one, rational(faultsOf(task), 4)))), k))
  }
  return isZero(assigned) ? null : div(earned, assigned)
}

function totalByHand(tasks: readonly Task[], general: number): string | null {
  const a = shareByHand(tasks, () => 0)
  const b = shareByHand(tasks, (task) => (task.excused ? 0 : task.qualityFaults))
  const c = shareByHand(tasks, (task) => (task.excused ? 0 : task.lateEvents))
  if (!a || !b || !c) return null
  return toFraction(add(rational(general), mul(div(add(add(a, b), c), rational(3)), rational(70))))
}

test('any staff sheet scores as Articles 14, 16 and 18 say, computed a second way', () => {
  fc.assert(
    fc.property(tasksArbitrary, fc.integer({ min: 0, max: 30 }), (tasks, general) => {
      const result = scoreSubject(decree, { group: 'staff', criteria: { general }, tasks }, { derivation: false })
      assert.equal(result.exact, totalByHand(tasks, general))
      assert.equal(result.level === 'insufficient_data', result.exact === null)
    }),
    { numRuns: 600 },
  )
})

test('the other readings of the settings are computed as they say', () => {
  const settings = { deduction: 'per_line', overfulfilment: 'line_cap', ratioCap: 'none' }
  fc.assert(
    fc.property(tasksArbitrary, (tasks) => {
      const shares = [() => 0, (task: Task) => (task.excused ? 0 : task.qualityFaults), (task: Task) => (task.excused ? 0 : task.lateEvents)].map((faults) => shareOtherwise(tasks, faults))
      const [a, b, c] = shares
      const total = a && b && c ? mul(div(add(add(a, b), c), rational(3)), rational(70)) : null
      const { result, problems } = previewTotal(decree, { group: 'staff', settings, criteria: { general: 0 }, tasks })
      if (total && compare(total, rational(100)) > 0) assert.deepEqual(problems.map((problem) => problem.path), ['total'])
      else assert.equal(result?.exact, total === null ? null : toFraction(total))
    }),
    { numRuns: 400 },
  )
})

test('the total is never above 100 with capped ratios, and its level is the band of the exact value', () => {
  fc.assert(
    fc.property(tasksArbitrary, (tasks) => {
      const result = scoreSubject(decree, { group: 'staff', criteria: { general: 30 }, tasks }, { derivation: false })
      if (result.exact === null) return
      const total = exact(result.exact)
      assert.ok(compare(total, rational(100)) <= 0)
      const level = compare(total, rational(90)) >= 0 ? 'excellent' : compare(total, rational(70)) >= 0 ? 'good' : compare(total, rational(50)) >= 0 ? 'completed' : 'not_completed'
      assert.equal(result.level, level)
    }),
  )
})

test('a confirmed excuse never lowers a score, and a fault never raises one', () => {
  const total = (tasks: readonly Task[]) => exact(scoreSubject(decree, { group: 'staff', criteria: { general: 20 }, tasks }, { derivation: false }).exact ?? '0')
  fc.assert(
    fc.property(tasksArbitrary, (tasks) => {
      const plain = total(tasks)
      assert.ok(compare(total(tasks.map((task) => ({ ...task, excused: true }))), plain) >= 0)
      assert.ok(compare(total(tasks.map((task) => ({ ...task, qualityFaults: task.qualityFaults + 1 }))), plain) <= 0)
    }),
  )
})

test('the order of the tasks does not matter', () => {
  const total = (tasks: readonly Task[]) => scoreSubject(decree, { group: 'staff', criteria: { general: 20 }, tasks }, { derivation: false }).exact
  fc.assert(fc.property(tasksArbitrary, (tasks) => assert.equal(total(tasks), total(tasks.toReversed()))))
})

function find(step: DerivationStep, id: string): DerivationStep | undefined {
  if (step.id === id) return step
  for (const input of step.inputs) {
    const inner = find(input, id)
    if (inner) return inner
  }
  return undefined
}

function number(step: DerivationStep | undefined): Rational {
  assert.equal(step?.value.kind, 'number')
  return exact(step?.value.kind === 'number' ? step.value.exact : '')
}

const leaderSheet: ScoreInput = {
  group: 'leader',
  criteria: { 'I.1': 5, 'I.2': 5, 'II.1': 2.5, 'II.2': 2.5, 'II.3': 2.5, 'II.4': 2.5, 'III.1': 1.5, 'III.2': 2.5, 'III.3': 2.5, 'III.4': 1.5 },
  tasks: [
    { name: 'Soạn kế hoạch', coefficient: '1.5', assigned: 4, completed: 4, lateEvents: 1 },
    { name: 'Trả lời kiến nghị', coefficient: 2, assigned: 3, completed: 2 },
  ],
  judgements: { d: 100, đ: 50, e: 100 },
}

test('the derivation leads from the total to every task, criterion, judgement and article', () => {
  const { derivation, exact: total } = scoreSubject(decree, leaderSheet)
  assert.ok(derivation)
  assert.equal(derivation.value.kind === 'number' && derivation.value.exact, total)
  assert.equal(derivation.article, 'Điều 17 khoản 1')
  for (const id of ['tasks[0].counted_delays', 'tasks[1].completed', 'criteria.III.4', 'judgements.đ', 'settings.deduction', 'tasks[0].coefficient']) assert.ok(find(derivation, id), id)
  assert.match(find(derivation, 'judgements.đ')?.note?.vi ?? '', /chậm trễ kéo dài/)
  assert.match(find(derivation, 'tasks[0].ontime_converted')?.label.vi ?? '', /^Soạn kế hoạch: /)
  assert.equal(find(derivation, 'criteria.III.4')?.article, 'Phụ lục I mục 3 điểm d')
})

test('each step of the derivation follows from its inputs', () => {
  const { derivation } = scoreSubject(decree, leaderSheet)
  assert.ok(derivation)
  const step = (id: string) => number(find(derivation, id))
  assert.ok(equals(step('total'), add(step('general_points'), step('task_points'))))
  assert.ok(equals(step('task_points'), mul(step('KQ'), rational(70))))
  assert.ok(equals(step('KQ'), div(['a', 'b', 'c', 'd', 'đ', 'e'].map(step).reduce(add), rational(6))))
  assert.ok(equals(step('assigned_total'), add(step('tasks[0].assigned_converted'), step('tasks[1].assigned_converted'))))
  assert.ok(equals(step('criteria.general'), ['I', 'II', 'III'].map((code) => step(`criteria.${code}`)).reduce(add)))
})

test('switching the derivation off changes nothing else', () => {
  const { derivation, levelDerivation, ...withTree } = scoreSubject(decree, leaderSheet)
  const { derivation: none, levelDerivation: noLevel, ...without } = scoreSubject(decree, leaderSheet, { derivation: false })
  assert.ok(derivation && levelDerivation)
  assert.equal(none, null)
  assert.equal(noLevel, null)
  assert.deepEqual(without, withTree)
})

test('a compiled rulebook that went through JSON scores the same, as in a browser', () => {
  const copy = JSON.parse(JSON.stringify(decree)) as typeof decree
  assert.deepEqual(scoreSubject(copy, leaderSheet), scoreSubject(decree, leaderSheet))
})

test('settings given nested, by full name or as the default give one result', () => {
  const quota = (settings: Record<string, unknown>) => classify(decree, { settings, subjects: [{ id: 'a', peerGroup: 'x', total: 95 }] }).quotas[0]
  assert.deepEqual(quota({ quota: { base: 'inclusive', rate: '25%' } }), quota({ 'quota.base': 'inclusive', 'quota.rate': '25%' }))
  assert.equal(quota({})?.base, 'literal')
  const capped = { ...leaderSheet, settings: { ratioCap: 100 } }
  assert.equal(scoreSubject(decree, capped).exact, scoreSubject(decree, leaderSheet).exact)
})

const literal: Record<number, [number, number, number, number]> = {
  3: [0, 0, 0, 0], 4: [0, 0, 0, 1], 5: [0, 1, 1, 1], 6: [1, 1, 1, 1], 7: [1, 1, 1, 1], 10: [1, 2, 2, 2], 11: [1, 2, 2, 2], 12: [2, 2, 2, 3],
  18: [3, 3, 3, 4], 20: [3, 4, 4, 5], 24: [4, 4, 4, 6], 25: [4, 5, 5, 6], 30: [5, 6, 6, 7], 36: [6, 7, 7, 9], 60: [10, 12, 12, 15],
}
for (const [count, [literal20, inclusive20, literal25, inclusive25]] of Object.entries(literal)) {
  test(`8.5 with ${count} people rated good or better the quota is ${literal20} literally, ${inclusive20} inclusively (20 %), ${literal25} and ${inclusive25} (25 %)`, () => {
    const subjects = Array.from({ length: Number(count) }, (_, i) => ({ id: `p${i}`, peerGroup: 'Chuyên viên', total: i % 2 ? '70' : '89.99' }))
    const allowed = (base: string, rate: string) => classify(decree, { settings: { quota: { base, rate } }, subjects }).quotas.map((quota) => [quota.scope, quota.allowed])
    const both = (n: number) => [['*', n], ['Chuyên viên', n]]
    assert.deepEqual(allowed('literal', '20%'), both(literal20))
    assert.deepEqual(allowed('inclusive', '20%'), both(inclusive20))
    assert.deepEqual(allowed('literal', '25%'), both(literal25))
    assert.deepEqual(allowed('inclusive', '25%'), both(inclusive25))
    assert.deepEqual(allowed('headcount', '20%'), both(Math.floor(Number(count) / 5)))
  })
}

test('classify counts and warns but never takes a level from anybody', () => {
  const subjects = Array.from({ length: 6 }, (_, i) => ({ id: `p${i}`, peerGroup: i < 3 ? 'A' : 'B', total: 95 }))
  const { levels, quotas } = classify(decree, { subjects })
  assert.deepEqual(new Set(Object.values(levels)), new Set(['excellent']))
  assert.deepEqual(quotas.map((quota) => [quota.scope, quota.allowed, quota.proposed, quota.over]), [['*', 1, 6, 5], ['A', 0, 3, 3], ['B', 0, 3, 3]])
})

test('a person whose id is a dangerous word is classified like anybody', () => {
  const { levels } = classify(decree, { subjects: [{ id: '__proto__', peerGroup: 'constructor', total: 95 }] })
  assert.equal(levels['__proto__'], 'excellent')
  assert.deepEqual(Object.keys(levels), ['__proto__'])
})

const errorsOf = (run: () => unknown): readonly InputProblem[] => {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'score_input_invalid') return error.data['errors'] as InputProblem[]
    throw error
  }
  return []
}
const paths = (input: Record<string, unknown>) => errorsOf(() => scoreSubject(decree, input as unknown as ScoreInput)).map((error) => error.path)

test('every wrong value is named by its path, all at once', () => {
  const input = {
    group: 'staff',
    criteria: { 'I.1': '5,0', 'I.2': Number.NaN, 'II.1': 2.6, 'II.2': {}, 'III.1': 'constructor' },
    tasks: [{ coefficient: 0, assigned: Infinity, completed: '1e3', lateEvents: -1, excused: 'yes' }, 'x', { colour: 'red' }],
    facts: { discipline: { form: 'reprimand' }, monthsWorked: 13, maternity: 1, period: 'spring', organisationLevel: 'superb' },
    settings: { deduction: 'both', quota: { base: 'x' } },
    extra: 1,
  }
  assert.deepEqual(paths(input).sort(), [
    'criteria.I.1', 'criteria.I.2', 'criteria.II.1', 'criteria.II.2', 'criteria.III.1', 'extra',
    'facts.discipline', 'facts.maternity', 'facts.monthsWorked', 'facts.organisationLevel', 'facts.period',
    'settings.deduction', 'settings.quota.base',
    'tasks[0].assigned', 'tasks[0].coefficient', 'tasks[0].completed', 'tasks[0].excused', 'tasks[0].lateEvents', 'tasks[1]', 'tasks[2].colour',
  ])
})

test('names from the prototype of objects are unknown names, not values', () => {
  for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const own = JSON.parse(`{"${key}": 1}`) as Record<string, unknown>
    assert.deepEqual(paths({ group: 'staff', criteria: own }), [`criteria.${key}`])
    assert.deepEqual(paths({ group: 'staff', facts: own }), [`facts.${key}`])
    assert.deepEqual(paths({ group: 'staff', tasks: [own] }), [`tasks[0].${key}`])
    assert.deepEqual(paths({ group: 'staff', settings: own }), [`settings.${key}`])
    assert.deepEqual(paths({ group: key }), ['group'])
  }
})

test('an unknown group names the groups there are', () => {
  const [error] = errorsOf(() => scoreSubject(decree, { group: 'cadre' }))
  assert.equal(error?.path, 'group')
  assert.equal(error?.expected, 'staff | leader')
})

test('a preview returns the problems of a half-filled sheet instead of throwing', () => {
  assert.deepEqual(previewTotal(decree, { group: 'staff', criteria: { 'I.1': 9 } }).problems.map((problem) => problem.path), ['criteria.I.1'])
  const { result, problems } = previewTotal(decree, { group: 'staff', criteria: { 'I.1': 4 }, tasks: [] })
  assert.deepEqual(problems, [])
  assert.equal(result?.total, null)
  assert.equal(result?.reasons.filter((reason) => reason.code === 'missing_input').length, 9)
})

test('a blank is missing data, whatever way it is left blank', () => {
  for (const blank of [null, undefined]) {
    const result = scoreSubject(decree, { ...leaderSheet, criteria: { ...leaderSheet.criteria, 'I.1': blank } })
    assert.equal(result.total, null)
    assert.ok(result.reasons.some((reason) => reason.path === 'criteria.I.1' && reason.vi.includes('Phẩm chất chính trị')))
  }
  assert.deepEqual(paths({ ...leaderSheet, criteria: { 'I.1': '' } }), ['criteria.I.1'])
})

test('twelve months average exactly, with the quarters and half-years inside', () => {
  const { parts } = scorePeriod(decree, { group: 'staff', months: ['92', '88', '95', '90', '91', '87', '93', '89', '90', '94', '88', '83'] })
  assert.deepEqual(parts?.map((part) => [part.id, part.exact]), [
    ['quarter.1', '275/3'], ['quarter.2', '268/3'], ['quarter.3', '272/3'], ['quarter.4', '265/3'],
    ['half_year.1', '181/2'], ['half_year.2', '179/2'],
  ])
})

test('a mean of any twelve months lies between the lowest and the highest, and is exact', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 12, maxLength: 12 }), (cents) => {
      const result = scorePeriod(decree, { group: 'staff', months: cents.map((cent) => (cent / 100).toFixed(2)) }, { derivation: false })
      assert.equal(result.exact, toFraction(rational(cents.reduce((sum, cent) => sum + cent, 0), 1200)))
    }),
  )
})

test('a period of quarters and a sheet cannot be mixed in one input', () => {
  const errors = errorsOf(() => scorePeriod(decree, { group: 'staff', months: [90], tasks: [] }))
  assert.deepEqual(errors.map((error) => error.path), ['tasks'])
})
