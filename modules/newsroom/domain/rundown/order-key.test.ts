import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { keyBetween, keysFor } from './order-key.ts'

test('there is always a key between two others, however often one is asked for at the same place', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 60 }), (places) => {
      const keys: string[] = []
      for (const place of places) {
        const at = place % (keys.length + 1)
        keys.splice(at, 0, keyBetween(keys[at - 1] ?? null, keys[at] ?? null))
      }
      assert.deepEqual(keys, [...new Set(keys)].toSorted())
      assert.ok(keys.every((key) => /^[0-9a-z]*[1-9a-z]$/.test(key)))
    }),
    { numRuns: 300 },
  )
})

test('keys of a list made at once are in order, short, and leave room before and after', () => {
  for (const count of [0, 1, 2, 34, 35, 36, 200, 1500]) {
    const keys = keysFor(count)
    assert.deepEqual(keys, [...new Set(keys)].toSorted())
    assert.equal(keys.length, count)
    assert.ok(keys.every((key) => key.length <= 3))
    if (count > 0) assert.ok(keyBetween(null, keys[0] ?? null) < (keys[0] ?? '') && keyBetween(keys.at(-1) ?? null, null) > (keys.at(-1) ?? ''))
  }
})

test('a place that is none is an error, not a guess', () => {
  assert.throws(() => keyBetween('b', 'a'), RangeError)
  assert.throws(() => keyBetween('a', 'a'), RangeError)
})
