import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#kernel/refusal.ts'
import { scoreSubject } from '../../domain/scoring/score-subject.ts'
import type { DerivationStep, InputProblem } from '../../domain/scoring/types.ts'
import { readRulebook } from './compile-rulebook.ts'
import { describeInput } from './describe-input.ts'
import { both, quantity, rulebookText, testRulebook } from './test-rulebook.ts'

// Result axes: the post template fixes the points of each axis, and a case file gives only what was achieved.

const axes = {
  id: 'axes', name: both('Trục'), keyedBy: 'axis',
  keys: [{ key: '1', name: both('Nhiệm vụ chính trị') }, { key: '2', name: both('Thể chế') }, { key: '3', name: both('Chuyển đổi số'), groups: ['office'] }],
  fields: [{ id: 'max', type: 'number', min: 0, max: 70, name: both('Điểm tối đa') }, { id: 'percent', type: 'number', min: 0, max: 100, name: both('Mức hoàn thành') }],
}
const parts = {
  groups: [
    { id: 'office', name: both('Văn phòng'), selector: {}, parameters: { t1: 40, t2: 20, t3: 10 } },
    { id: 'support', name: both('Phục vụ'), selector: {}, parameters: { t1: 55, t2: 15, t3: 0 } },
  ],
  criteria: [],
  lists: [axes],
  sheet: {
    total: 'total',
    maximum: 70,
    limits: [{ list: 'axes', path: 'max', when: 'given(max) and max != template', message: both('Điểm tối đa khác mẫu'), expected: 'điểm của mẫu' }],
    quantities: [
      quantity('template', 'choose(axis, "1", group.t1, "2", group.t2, group.t3)', { list: 'axes', unit: 'points' }),
      quantity('earned', 'template * percent / 100', { list: 'axes', unit: 'points' }),
      quantity('total', 'sum(axes, earned)', { unit: 'points' }),
    ],
  },
}
const rulebook = testRulebook(parts)
const score = (group: string, given: unknown) => scoreSubject(rulebook, { group, axes: given })
const refused = (group: string, given: unknown): string[] => {
  try {
    score(group, given)
  } catch (error) {
    if (error instanceof Refusal) return (error.data['errors'] as InputProblem[]).map((each) => each.path)
    throw error
  }
  return []
}

test('a keyed list is given as a map, in any order, with keys written as text or number', () => {
  assert.equal(score('office', { '2': { percent: 100 }, 1: { max: 40, percent: '95' }, 3: { percent: 50 } }).exact, '63/1')
})

test('a key for which nothing is given is missing data, named by its own words', () => {
  const result = score('office', { '1': { percent: 95 }, '3': { percent: 90 } })
  assert.equal(result.level, 'insufficient_data')
  assert.deepEqual(result.reasons.filter((reason) => reason.path !== null).map((reason) => [reason.path, reason.vi]), [['axes.2.percent', 'Chưa có: Thể chế: Mức hoàn thành (axes.2.percent)']])
  assert.equal(score('office', undefined).reasons.filter((reason) => reason.path !== null).length, 3)
})

test('a key of another group, an unknown key, a list instead of a map and a wrong value are refused at their place', () => {
  assert.deepEqual(refused('support', { '1': { percent: 1 }, '2': { percent: 1 }, '3': { percent: 1 } }), ['axes.3'])
  assert.deepEqual(refused('office', { '1': { percent: 1 }, '9': { percent: 1 } }), ['axes.9'])
  assert.deepEqual(refused('office', [{ percent: 1 }]), ['axes'])
  assert.deepEqual(refused('office', { '1': { percent: 101, points: 3 }, '2': 5 }), ['axes.1.percent', 'axes.1.points', 'axes.2'])
})

test('a limit on a list names the item that breaks it', () => {
  assert.deepEqual(refused('office', { '1': { max: 40, percent: 1 }, '2': { max: 25, percent: 1 }, '3': { percent: 1 } }), ['axes.2.max'])
})

test('the derivation calls each entry by its name and follows only the chosen branch', () => {
  const result = score('support', { '1': { percent: 100 }, '2': { percent: 80 } })
  const earned = result.derivation?.inputs[1] as DerivationStep
  assert.equal(earned.id, 'axes.2.earned')
  assert.match(earned.label.vi, /^Thể chế: /)
  const template = earned.inputs.find((step) => step.id === 'axes.2.template')
  assert.deepEqual(template?.inputs.map((step) => [step.id, step.value.kind === 'number' ? step.value.shown : step.value]), [['axes.2.axis', { kind: 'text', value: '2' }], ['group.t2', '15']])
})

test('the help of a rulebook shows the keys, the fields and the case file as it is written', () => {
  const { lists, groups } = describeInput(rulebook) as { lists: Record<string, { keys: object }>; groups: Record<string, { shape: Record<string, unknown> }> }
  assert.deepEqual(lists['axes']?.keys, { 1: 'Nhiệm vụ chính trị', 2: 'Thể chế', 3: 'Chuyển đổi số' })
  assert.deepEqual(groups['office']?.shape['axes'], { 1: { max: 'số từ 0 đến 70', percent: 'số từ 0 đến 100' }, 2: '…', 3: '…' })
  assert.deepEqual(Object.keys(groups['support']?.shape['axes'] as object), ['1', '2'], 'only the keys of the group')
})

test('choose must cover every text it may meet, and only those', () => {
  const problems = (formula: string) => {
    const [, ...rest] = parts.sheet.quantities
    return readRulebook(rulebookText({ ...parts, sheet: { ...parts.sheet, quantities: [quantity('template', formula, { list: 'axes' }), ...rest] } })).problems.map((problem) => problem.message)
  }
  assert.match(problems('choose(axis, "1", 1, "2", 2)')[0] ?? '', /chưa nói giá trị khi là 3/)
  assert.match(problems('choose(axis, "1", 1, "7", 2, 3)')[0] ?? '', /Không bao giờ bằng “7”/)
  assert.match(problems('choose(axis, "1", 1, "2", "x", 3)')[0] ?? '', /khác loại/)
  assert.match(problems('choose(max, "1", 1, 3)')[0] ?? '', /Cần chữ/)
  assert.deepEqual(problems('choose(axis, "1", 1, "2", 2, "3", 3)'), [])
})

test('keys declared twice, a key name without keys and a limit on an unknown list are found', () => {
  const problems = (change: object) => readRulebook(rulebookText({ ...parts, ...change })).problems.map((problem) => problem.path)
  assert.deepEqual(problems({ lists: [{ ...axes, keys: [...axes.keys, axes.keys[0]] }] }), ['lists[0].keys[3].key'])
  assert.deepEqual(problems({ lists: [{ ...axes, keys: [] }] }), ['lists[0].keyedBy'])
  assert.deepEqual(problems({ sheet: { ...parts.sheet, limits: [{ ...parts.sheet.limits[0], list: 'axis' }] } }), ['sheet.limits[0].list'])
})
