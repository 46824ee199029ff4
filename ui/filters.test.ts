import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choiceFilter, readFilters, textFilter } from './filters.ts'

const filters = { q: textFilter(), level: choiceFilter(['good', 'completed']) }

test('an address brings back the filters it names', () => {
  assert.deepEqual(readFilters(filters, { q: 'dao manh', level: 'good', other: 'x' }), { q: 'dao manh', level: 'good' })
})

test('a value the list does not know is left out rather than believed', () => {
  assert.deepEqual(readFilters(filters, { q: '', level: 'best' }), {})
  assert.deepEqual(readFilters(filters, { q: { $ne: 1 }, level: ['good'] }), {})
})

test('a very long text is cut', () => {
  assert.equal(readFilters(filters, { q: 'x'.repeat(500) }).q?.length, 200)
})
