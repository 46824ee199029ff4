import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Field } from '../../domain/rulebook/compiled-rulebook.ts'
import { boundOf, itemsOf, newItem, unanswered, withFact } from './fact-values.ts'

const base = { name: { vi: '', en: '' }, article: null, min: null, max: null, integer: false, values: [], default: null, optional: false, fields: [] }
const discipline: Field[] = [
  { ...base, id: 'form', type: 'choice' },
  { ...base, id: 'dutyRelated', type: 'boolean' },
  { ...base, id: 'oldBody', type: 'boolean', default: false },
]

test('a new discipline carries the defaults and leaves open what must be answered', () => {
  const item = newItem(discipline)
  assert.deepEqual(item, { oldBody: false })
  assert.deepEqual(unanswered(discipline, item), ['form'])
  assert.deepEqual(unanswered(discipline, { form: 'reprimand' }), [])
})

test('taking a value out leaves it absent, not empty', () => {
  assert.deepEqual(withFact({ monthsWorked: '5', maternity: true }, 'monthsWorked', null), { maternity: true })
  assert.deepEqual(withFact({ discipline: [{}] }, 'discipline', []), {})
  assert.deepEqual(withFact({}, 'maternity', true), { maternity: true })
})

test('what is not a list of items is no item', () => {
  assert.deepEqual(itemsOf(undefined), [])
  assert.deepEqual(itemsOf([{ form: 'warning' }, 'x', null]), [{ form: 'warning' }])
})

test('bounds of the rulebook become decimals', () => {
  assert.equal(boundOf('12/1'), '12')
  assert.equal(boundOf('5/2'), '2.5')
  assert.equal(boundOf(null), undefined)
})
