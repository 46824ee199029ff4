import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextCode } from './next-code.ts'

test('one more criterion is numbered as those beside it', () => {
  assert.equal(nextCode(['I', 'II', 'III'], 'total', new Set(['I', 'II', 'III'])), 'IV')
  assert.equal(nextCode(['I.1', 'I.2'], 'I', new Set(['I.1', 'I.2', 'I.3'])), 'I.4')
  assert.equal(nextCode(['a', 'b'], 'I', new Set(['a', 'b'])), 'c')
  assert.equal(nextCode(['general'], null, new Set(['general'])), 'M.2')
  assert.equal(nextCode([], null, new Set()), 'I')
  assert.equal(nextCode(['total'], 'y', new Set(['total', 'y.2'])), 'y.3')
})
