import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineage } from './lineage.ts'

const tree = (...pairs: readonly (readonly [string, string | null])[]) => new Map(pairs.map(([id, parentId]) => [id, { id, parentId }]))
const walk = (units: ReturnType<typeof tree>, from: string) => lineage(units, from).map((unit) => unit.id)

test('a unit’s lineage is itself and those above it, nearest first', () => {
  const units = tree(['commune', null], ['office', 'commune'], ['group', 'office'], ['front', 'commune'])
  assert.deepEqual(walk(units, 'group'), ['group', 'office', 'commune'])
  assert.deepEqual(walk(units, 'commune'), ['commune'])
  assert.deepEqual(walk(units, 'elsewhere'), [])
})

test('units above each other in a circle, or under one that is gone, end the walk', () => {
  assert.deepEqual(walk(tree(['a', 'b'], ['b', 'a']), 'a'), ['a', 'b'])
  assert.deepEqual(walk(tree(['a', 'gone']), 'a'), ['a'])
})
