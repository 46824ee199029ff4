import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DerivationView } from '../../contract/views.ts'
import { formulaInNumbers, readDerivation, type DerivationReading } from './read-derivation.ts'

function step(id: string, shown: string, changes: Partial<DerivationView> = {}): DerivationView {
  return { id, label: { vi: id, en: id }, value: { kind: 'number', exact: '1/1', shown }, unit: 'points', formula: null, article: null, note: null, inputs: [], ...changes }
}

const reading: DerivationReading = {
  language: 'vi',
  yes: 'Có',
  no: 'Không',
  missing: 'chưa có',
  units: { points: 'điểm', percent: '%' },
  raw: false,
  nameOf: (_, text) => text,
}

test('a formula is written with the numbers of its inputs, decimal comma and all', () => {
  const inputs = [step('a', '100', { unit: 'percent' }), step('b', '87.5', { unit: 'percent' }), step('đ', '50', { unit: 'percent' })]
  assert.equal(formulaInNumbers({ formula: '(a + b + đ) / 3', inputs }, 'vi'), '(100% + 87,5% + 50%) ÷ 3')
  assert.equal(formulaInNumbers({ formula: 'done * coefficient', inputs: [step('tasks[0].done', '3'), step('tasks[0].coefficient', '1.5')] }, 'vi'), '3 × 1,5')
  assert.equal(formulaInNumbers({ formula: 'I.1 + I.2', inputs: [step('criteria.I.1', '5'), step('criteria.I.2', '4.5')] }, 'vi'), '5 + 4,5')
})

test('a sum over a list is its addends, unless there are too many', () => {
  const few = [step('tasks[0].x', '6'), step('tasks[1].x', '0')]
  assert.equal(formulaInNumbers({ formula: 'sum(tasks, x)', inputs: few }, 'vi'), '6 + 0')
  assert.equal(formulaInNumbers({ formula: 'sum(tasks, x)', inputs: Array.from({ length: 9 }, (_, at) => step(`tasks[${at}].x`, '1')) }, 'vi'), undefined)
})

test('of a choice the branch that was taken is shown', () => {
  const given = [step('tasks[0].in_plan', '', { value: { kind: 'boolean', value: true } }), step('tasks[0].assigned', '5'), step('tasks[0].coefficient', '3')]
  assert.equal(formulaInNumbers({ formula: 'if(in_plan, assigned * coefficient, 0)', inputs: given }, 'vi'), '5 × 3')
  const shares = [step('assigned_total', '6', { value: { kind: 'number', exact: '6/1', shown: '6' } }), step('completed_total', '5.5')]
  const share = 'if(assigned_total > 0, completed_total / assigned_total, if(settings.noAssignedTasks == "not_completed", 0, insufficient("x")))'
  assert.equal(formulaInNumbers({ formula: share, inputs: shares }, 'vi'), '5,5 ÷ 6')
})

test('below a task its name is not said again', () => {
  const label = (text: string) => ({ vi: text, en: text })
  const plan = step('tasks[0].in_plan', '', { label: label('Báo cáo: Thuộc số được giao') })
  const root = readDerivation(step('tasks[0].assigned_converted', '15', { label: label('Báo cáo: Được giao'), inputs: [plan] }), reading)
  assert.equal(root.label, 'Báo cáo: Được giao')
  assert.equal(root.children?.[0]?.label, 'Thuộc số được giao')
})

test('a formula that only chooses or limits is left to its steps', () => {
  assert.equal(formulaInNumbers({ formula: 'if(a > 0, a, 0)', inputs: [step('a', '1')] }, 'vi'), undefined)
  assert.equal(formulaInNumbers({ formula: 'min(1, a)', inputs: [step('a', '1')] }, 'vi'), undefined)
  assert.equal(formulaInNumbers({ formula: 'a and b', inputs: [step('a', '1'), step('b', '1')] }, 'vi'), undefined)
  assert.equal(formulaInNumbers({ formula: 'a + unknown', inputs: [step('a', '1')] }, 'vi'), undefined)
})

test('the same step in two places has two ids, so that each opens by itself', () => {
  const shared = step('assigned', '6')
  const root = readDerivation(step('total', '87.50', { inputs: [step('b', '1', { inputs: [shared] }), step('c', '1', { inputs: [shared] })] }), reading)
  const ids = (root.children ?? []).flatMap((child) => (child.children ?? []).map((grandchild) => grandchild.id))
  assert.equal(new Set(ids).size, 2)
  assert.equal(root.value, '87,50')
  assert.equal(root.unit, 'điểm')
})

test('a choice is shown by its name, a missing value as missing, yes and no in words', () => {
  const origin = step('tasks[0].origin', '', { value: { kind: 'text', value: 'assigned' }, note: { vi: 'Được giao', en: 'Assigned' } })
  assert.equal(readDerivation(origin, reading).value, 'Được giao')
  assert.equal(readDerivation(origin, reading).note, undefined)
  assert.equal(readDerivation(step('x', '', { value: { kind: 'missing' } }), reading).value, 'chưa có')
  assert.equal(readDerivation(step('x', '', { value: { kind: 'boolean', value: false } }), reading).value, 'Không')
})
