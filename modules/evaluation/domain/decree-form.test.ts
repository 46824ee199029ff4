import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormDefinition } from './rulebook/compiled-rulebook.ts'
import { decreeForm } from './decree-form.ts'

const form = (id: string, cycle: FormDefinition['cycle']): FormDefinition => ({ id, number: id, cycle, article: null, name: { vi: id, en: id } })

test('the decree prints a month or quarter on form 01 and a year on form 02', () => {
  const decree = { forms: [form('mau_01', 'period'), form('mau_02', 'year')] }
  assert.deepEqual([decreeForm(decree, 'month'), decreeForm(decree, 'quarter'), decreeForm(decree, 'year')], ['mau_01', 'mau_01', 'mau_02'])
})

test('a rulebook with other forms, or with another form of the same number, prints none of them', () => {
  assert.equal(decreeForm({ forms: [form('form_2a', 'year')] }, 'year'), null)
  assert.equal(decreeForm({ forms: [form('mau_02', 'period')] }, 'year'), null)
  assert.equal(decreeForm({ forms: [] }, 'month'), null)
})
