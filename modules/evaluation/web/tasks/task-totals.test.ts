import assert from 'node:assert/strict'
import { test } from 'node:test'
import { convertedQuantity, taskTotals } from './task-totals.ts'

const task = { coefficient: '3/2', assigned: 4, completed: 2, origin: 'assigned', status: 'reported' } as const

test('a converted quantity is the coefficient times the quantity, without idle zeros', () => {
  assert.equal(convertedQuantity('3/2', 4), '6')
  assert.equal(convertedQuantity('3/2', 3), '4.5')
  assert.equal(convertedQuantity('1/3', 4), '1.33')
  assert.equal(convertedQuantity('10/1', 10), '100')
})

test('work handed back stays in what was assigned and earns nothing', () => {
  assert.deepEqual(taskTotals([task, { ...task, status: 'handed_back' }]), { assigned: '12', completed: '3', extra: '0', tasks: 2, open: 0 })
})

test('received and accepted ad-hoc work is beyond the plan', () => {
  const totals = taskTotals([task, { ...task, origin: 'received' }, { ...task, origin: 'ad_hoc', status: 'confirmed' }])
  assert.deepEqual(totals, { assigned: '6', completed: '3', extra: '6', tasks: 3, open: 0 })
})

test('ad-hoc work not accepted yet earns nothing, withdrawn work counts nowhere', () => {
  const totals = taskTotals([{ ...task, origin: 'ad_hoc', status: 'proposed' }, { ...task, status: 'cancelled' }, { ...task, status: 'open', completed: 0 }])
  assert.deepEqual(totals, { assigned: '6', completed: '0', extra: '0', tasks: 2, open: 1 })
})
