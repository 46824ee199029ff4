import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { interned } from './interned.ts'

test('a rulebook held by its names says exactly what it said before', () => {
  fc.assert(fc.property(fc.jsonValue(), (data) => assert.deepEqual(JSON.stringify(interned(data)), JSON.stringify(data))))
  assert.deepEqual(interned({ ten: 'Điểm', rong: null, so: 1.5, dung: true, ds: ['', 'a.b', '1'] }), { ten: 'Điểm', rong: null, so: 1.5, dung: true, ds: ['', 'a.b', '1'] })
})
