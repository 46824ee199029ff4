import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { readPoints, settingOf, sumOfPoints } from './points-rules.ts'

const rules = { max: '2.5', step: '0.25' }

test('points are typed with a comma or a point, and an empty cell is not scored', () => {
  assert.deepEqual(readPoints('2,25', rules, 'vi'), { points: '2.25' })
  assert.deepEqual(readPoints('2.25', rules, 'vi'), { points: '2.25' })
  assert.deepEqual(readPoints(' 2,50 ', rules, 'vi'), { points: '2.5' })
  assert.deepEqual(readPoints('0', rules, 'vi'), { points: '0' })
  assert.deepEqual(readPoints('', rules, 'vi'), { points: null })
})

test('points above the maximum, off the step, negative or not a number are told apart', () => {
  assert.deepEqual(readPoints('2,75', rules, 'vi'), { problem: 'too-large' })
  assert.deepEqual(readPoints('2,3', rules, 'vi'), { problem: 'off-step' })
  assert.deepEqual(readPoints('-1', rules, 'vi'), { problem: 'not-a-number' })
  assert.deepEqual(readPoints('hai', rules, 'vi'), { problem: 'not-a-number' })
  assert.deepEqual(readPoints('1e2', rules, 'vi'), { problem: 'not-a-number' })
})

test('a step is checked exactly: 0,15 is three steps of 0,05', () => {
  assert.deepEqual(readPoints('0,15', { max: '5', step: '0.05' }, 'vi'), { points: '0.15' })
  assert.deepEqual(readPoints('0,151', { max: '5', step: '0.05' }, 'vi'), { problem: 'off-step' })
  assert.deepEqual(readPoints('4,123', { max: '5', step: null }, 'vi'), { points: '4.123' })
})

test('a sum of decimals is exact and says nothing while nothing is scored', () => {
  assert.equal(sumOfPoints(['I.1', 'I.2'], { 'I.1': '0.1', 'I.2': '0.2' }), '0.3')
  assert.equal(sumOfPoints(['I.1', 'I.2'], { 'II.1': '1' }), null)
})

test('a setting is found by its full name, nested, or as the rulebook has it', () => {
  const rulebook = { settings: [{ id: 'criteria.step', default: '0.05' }] } as unknown as CompiledRulebook
  assert.equal(settingOf(rulebook, { 'criteria.step': '0.5' }, 'criteria.step'), '0.5')
  assert.equal(settingOf(rulebook, { criteria: { step: '0.25' } }, 'criteria.step'), '0.25')
  assert.equal(settingOf(rulebook, {}, 'criteria.step'), '0.05')
})
