import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Band } from '../../domain/rulebook/compiled-rulebook.ts'
import { bandOf } from './band-of.ts'

const band = (level: string, from: string): Band => ({ level, from, article: null, confidence: 'primary', conditions: [] })
const rulebook = { rating: { bands: [band('excellent', '90/1'), band('good', '70/1'), band('completed', '50/1'), band('not_completed', '0/1')] } } as unknown as Parameters<typeof bandOf>[0]

test('87,50 lies from 70 to under 90', () => {
  assert.deepEqual(bandOf(rulebook, '175/2'), { level: 'good', from: '70', below: '90' })
})

test('89,999 shows as 90,00 but is not excellent', () => {
  assert.equal(bandOf(rulebook, '89999/1000')?.level, 'good')
  assert.deepEqual(bandOf(rulebook, '90/1'), { level: 'excellent', from: '90', below: null })
})

test('what is no number has no band', () => {
  assert.equal(bandOf(rulebook, ''), undefined)
})
