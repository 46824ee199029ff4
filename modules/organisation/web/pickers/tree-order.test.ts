import assert from 'node:assert/strict'
import { test } from 'node:test'
import { treeOrder } from './tree-order.ts'

test('each unit stands under its parent, with its depth, even when the list mixes branches', () => {
  const units = [
    { id: 'commune', parentId: null },
    { id: 'party', parentId: 'commune' },
    { id: 'council', parentId: 'commune' },
    { id: 'office', parentId: 'council' },
    { id: 'commission', parentId: 'party' },
  ]
  assert.deepEqual(
    treeOrder(units).map(({ unit, depth }) => [unit.id, depth]),
    [
      ['commune', 0],
      ['party', 1],
      ['commission', 2],
      ['council', 1],
      ['office', 2],
    ],
  )
})

test('a unit whose parent is not listed stands at the top', () => {
  assert.deepEqual(treeOrder([{ id: 'office', parentId: 'elsewhere' }]).map(({ depth }) => depth), [0])
})
