import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readSource } from '../../domain/rulebook/edit-source.ts'
import { formulaNames, formulaWords } from './formula-names.ts'

const school = readSource(readFileSync(new URL('../../rulebooks/school-20-30-50.yaml', import.meta.url), 'utf8')).value

test('a rule may read facts, the total and what the sheet names; a criterion only once the sheet names it', () => {
  const names = formulaNames(school, 'rating', 'vi')
  assert.deepEqual(names.find((each) => each.name === 'facts.discipline'), {
    name: 'facts.discipline', label: 'Kỷ luật', type: 'list', field: 'form', criterion: null,
    values: [{ value: 'reprimand', label: 'Khiển trách' }, { value: 'warning', label: 'Cảnh cáo' }, { value: 'removal', label: 'Cách chức' }, { value: 'dismissal', label: 'Buộc thôi việc' }],
  })
  assert.equal(names.find((each) => each.name === 'criteria.I')?.criterion, 'I')
  assert.equal(formulaNames(school, 'sheet', 'vi').find((each) => each.name === 'criteria.I')?.criterion, null)
  assert.deepEqual(formulaNames(school, 'quota', 'en').slice(0, 2).map((each) => each.name), ['qualifying', 'headcount'])
})

test('a formula is read out in the words of the rulebook', () => {
  const names = formulaNames(school, 'rating', 'vi')
  assert.equal(formulaWords('count(facts.discipline, true) > 0 or total < 50', names, 'vi'), 'số mục(“Kỷ luật”, đúng) > 0 hoặc “Tổng điểm” < 50')
  assert.equal(formulaWords('any(facts.discipline, form == "warning")', names, 'vi'), 'có mục nào(“Kỷ luật”, form = “Cảnh cáo”)')
  assert.equal(formulaWords('1 > 0', names, 'vi'), null)
})
