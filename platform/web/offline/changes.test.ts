import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesBetween, withChanges } from './changes.ts'

const blocks = [{ id: '1', text: 'một' }, { id: '2', text: 'hai' }, { id: '3', text: 'ba' }]
const before = { value: { title: 'Lũ', blocks, category: null }, version: 3 }

function there(after: unknown) {
  const changes = JSON.parse(JSON.stringify(changesBetween(before, after))) as ReturnType<typeof changesBetween>
  assert.deepEqual(withChanges(before, changes), JSON.parse(JSON.stringify(after)))
  return changes
}

test('of words written in one block only these are a change', () => {
  assert.deepEqual(there({ ...before, value: { ...before.value, blocks: blocks.map((block) => (block.id === '2' ? { ...block, text: 'hai mươi' } : block)) } }), [[['value', 'blocks', 1, 'text'], 'hai mươi']])
  assert.deepEqual(there(before), [])
})

test('blocks that come or go, and parts that appear, disappear or change their kind, are found again', () => {
  there({ ...before, value: { ...before.value, blocks: blocks.slice(1) } })
  there({ ...before, value: { ...before.value, blocks: [...blocks, { id: '4', text: 'bốn' }] } })
  there({ ...before, value: { title: 'Lũ', blocks, column: 'Thời sự' } })
  there({ ...before, value: { title: 'Lũ', blocks, category: undefined } })
  there({ ...before, value: { ...before.value, category: { name: 'Mưa' } }, version: 4 })
  there({ ...before, value: [] })
  there(null)
})
