import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareDecimals, readDecimal, showDecimal } from './decimal.ts'

const points = { places: 2, min: '0', max: '100' } as const

test('a score typed with a comma is stored with a point, digit for digit', () => {
  assert.deepEqual(readDecimal('87,50', points), { value: '87.50' })
  assert.deepEqual(readDecimal('089,5', points), { value: '89.5' })
  assert.deepEqual(readDecimal(',5', points), { value: '0.5' })
  assert.deepEqual(readDecimal('5,', points), { value: '5' })
})

test('a point from the number pad is a decimal mark, a group of three is thousands', () => {
  assert.deepEqual(readDecimal('87.5', points), { value: '87.5' })
  assert.deepEqual(readDecimal('1.250', { places: 0 }), { value: '1250' })
  assert.deepEqual(readDecimal('1.250.000,75', { places: 2 }), { value: '1250000.75' })
  assert.deepEqual(readDecimal('1,250', { places: 3 }), { value: '1.250' })
  assert.deepEqual(readDecimal('1,250', { places: 0 }, 'en'), { value: '1250' })
})

test('a number no float can hold is kept exactly', () => {
  assert.deepEqual(readDecimal('9007199254740993,1', { places: 1 }), { value: '9007199254740993.1' })
  assert.equal(compareDecimals('9007199254740993', '9007199254740992'), 1)
})

test('an empty box is no score, not zero', () => {
  assert.deepEqual(readDecimal('  ', points), { value: null })
})

test('what is not an admissible number is refused with its reason', () => {
  assert.deepEqual(readDecimal('mười', points), { problem: 'not-a-number' })
  assert.deepEqual(readDecimal('8,7,5', points), { problem: 'not-a-number' })
  assert.deepEqual(readDecimal('1e2', points), { problem: 'not-a-number' })
  assert.deepEqual(readDecimal('-', points), { problem: 'not-a-number' })
  assert.deepEqual(readDecimal('87,555', points), { problem: 'too-many-places' })
  assert.deepEqual(readDecimal('100,01', points), { problem: 'too-large' })
  assert.deepEqual(readDecimal('-0,5', points), { problem: 'too-small' })
  assert.deepEqual(readDecimal('87,500', points), { value: '87.50' })
})

test('decimals compare by value whatever their places', () => {
  assert.equal(compareDecimals('89.5', '89.50'), 0)
  assert.equal(compareDecimals('9', '10'), -1)
  assert.equal(compareDecimals('-1', '-2'), 1)
})

test('decimals are shown with the marks of the language', () => {
  assert.equal(showDecimal('1250.50'), '1.250,50')
  assert.equal(showDecimal('1250.50', 'en'), '1,250.50')
  assert.equal(showDecimal(7), '7')
})
