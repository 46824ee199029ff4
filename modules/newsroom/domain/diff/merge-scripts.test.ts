import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ScriptContent } from '../approval/content.ts'
import type { Block } from '../story/block.ts'
import { mergeScripts } from './merge-scripts.ts'

const block = (id: string, text = id): Block => ({ id, kind: 'voice_over', cuttable: false, text })
const script = (...blocks: Block[]): ScriptContent => ({ title: 'Tin', column: null, category: null, people: [], blocks })
const base = script(block('a'), block('b'), block('c'))

test('what only one side changed is taken from it, in blocks and in the head', () => {
  const mine = { ...script(block('a', 'mine'), block('b'), block('c')), title: 'Tin mới' }
  const theirs = { ...script(block('a'), block('b'), block('c', 'theirs')), column: 'Kinh tế' }
  assert.deepEqual(mergeScripts(base, mine, theirs), { ...script(block('a', 'mine'), block('b'), block('c', 'theirs')), title: 'Tin mới', column: 'Kinh tế' })
})

test('new blocks of both stand behind the block they were written behind, and what one took out is gone', () => {
  const mine = script(block('a'), block('m'), block('b'), block('c'))
  const theirs = script(block('t'), block('a'), block('c'))
  assert.deepEqual(mergeScripts(base, mine, theirs), script(block('t'), block('a'), block('m'), block('c')))
})

test('one side’s order holds with the other side’s words', () => {
  assert.deepEqual(mergeScripts(base, script(block('c'), block('a'), block('b')), script(block('a'), block('b', 'theirs'), block('c'), block('t'))), script(block('c'), block('t'), block('a'), block('b', 'theirs')))
})

test('a person chooses where both changed the same block, one took out what the other changed, or both moved', () => {
  assert.equal(mergeScripts(base, script(block('a', 'mine'), block('b'), block('c')), script(block('a', 'theirs'), block('b'), block('c'))), null)
  assert.equal(mergeScripts(base, script(block('b'), block('c')), script(block('a', 'theirs'), block('b'), block('c'))), null)
  assert.equal(mergeScripts(base, script(block('a', 'mine'), block('b'), block('c')), script(block('b'), block('c'))), null)
  assert.equal(mergeScripts(base, script(block('b'), block('a'), block('c')), script(block('a'), block('c'), block('b'))), null)
  assert.equal(mergeScripts(base, { ...base, title: 'mine' }, { ...base, title: 'theirs' }), null)
  assert.deepEqual(mergeScripts(base, { ...base, title: 'both' }, { ...base, title: 'both' })?.title, 'both')
})

const scripts = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 }).chain((ids) => fc.tuple(...ids.map((id) => fc.constantFrom(block(id), block(id, `${id} khác`)))).map((blocks) => script(...blocks)))

test('with one side unchanged the other is what comes out, and every word of a merge is somebody’s', () => {
  fc.assert(
    fc.property(scripts, scripts, scripts, (first, second, third) => {
      assert.deepEqual(mergeScripts(first, second, first), second)
      assert.deepEqual(mergeScripts(first, first, second), second)
      const merged = mergeScripts(first, second, third)
      if (merged === null) return
      assert.deepEqual(mergeScripts(first, third, second)?.blocks.map(({ id }) => id).toSorted(), merged.blocks.map(({ id }) => id).toSorted(), 'the same from both sides')
      const known = [...second.blocks, ...third.blocks].map((one) => JSON.stringify(one))
      for (const one of merged.blocks) assert.ok(known.includes(JSON.stringify(one)))
    }),
  )
})
