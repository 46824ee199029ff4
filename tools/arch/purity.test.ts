import assert from 'node:assert/strict'
import { test } from 'node:test'
import { impureFiles, impurities } from './purity.ts'

test('the clock and chance are noticed in planted lines', () => {
  for (const line of ['const now = Date.now()', 'return new Date()', 'const d = new Date( )', 'x = Math.random()', 'globalThis.fetch()']) {
    assert.deepEqual(impurities(`const a = 1\n${line}\n`), [`2: ${line}`])
  }
})

test('a date made from given parts is pure', () => {
  assert.deepEqual(impurities('const d = new Date(Date.UTC(2026, 0, 1))'), [])
})

test('kernel and domain rules use neither the clock nor chance', () => {
  assert.deepEqual(impureFiles(), [])
})
