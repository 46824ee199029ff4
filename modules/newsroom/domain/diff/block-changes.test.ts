import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Block, SoundbiteBlock } from '../story/block.ts'
import { blockChanges, type BlockChange } from './block-changes.ts'

const spoken = (id: string, text: string, kind: 'lead_in' | 'voice_over' = 'voice_over'): Block => ({ id, kind, cuttable: false, text })
const soundbite: SoundbiteBlock = { id: 'p', kind: 'soundbite', cuttable: false, personId: 'n1', inMs: 1000, outMs: 9000, inWords: 'Chúng tôi', outWords: 'như vậy', verbatim: 'Chúng tôi nghĩ như vậy' }
const told = (changes: readonly BlockChange[]): string[] => changes.map((change) => `${change.kind} ${change.kind === 'changed' ? change.after.id : change.block.id}`)

test('blocks are paired by their ids: put in, taken out, moved, changed', () => {
  const [a, b, c, d] = [spoken('a', 'Một'), spoken('b', 'Hai'), spoken('c', 'Ba'), spoken('d', 'Bốn')]
  assert.deepEqual(told(blockChanges([a, b, c], [a, b, c])), [])
  assert.deepEqual(told(blockChanges([a, b, c], [d, a, c])), ['added d', 'removed b'])
  assert.deepEqual(told(blockChanges([a, b, c, d], [a, c, d, b])), ['moved b'])
  assert.deepEqual(told(blockChanges([a, b, c], [spoken('c', 'Ba xã'), a, b])), ['moved c', 'changed c'])
})

test('a changed block says which words and which marks changed', () => {
  const [change] = blockChanges([soundbite], [{ ...soundbite, outMs: 8000, verbatim: 'Chúng tôi nghĩ vậy' }])
  assert.ok(change?.kind === 'changed')
  assert.deepEqual(change.values, [{ field: 'outMs', before: 9000, after: 8000 }])
  assert.deepEqual(change.words, [
    { field: 'verbatim', parts: [{ kind: 'same', text: 'Chúng tôi nghĩ ' }, { kind: 'removed', text: 'như ' }, { kind: 'same', text: 'vậy' }] },
  ])
})

test('a passage that gets its kind keeps its words; where it stood in the old record and how its letters are stored is no change', () => {
  const passage: Block = { id: 'a', kind: 'unclassified', cuttable: false, text: 'Khóa họp', line: 7 }
  const [change, ...others] = blockChanges([passage], [spoken('a', 'Khóa họp', 'lead_in')])
  assert.deepEqual(others, [])
  assert.ok(change?.kind === 'changed')
  assert.deepEqual(change.values, [{ field: 'kind', before: 'unclassified', after: 'lead_in' }])
  assert.deepEqual(change.words, [])
  assert.deepEqual(blockChanges([passage], [{ ...passage, line: 9, text: passage.text.normalize('NFD') }]), [])
})

const blocks = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('Một', 'Hai', 'Ba')), { maxLength: 6 }).map((all) => all.map(([id, text]) => spoken(id, text)))

test('no change is told exactly where blocks are the same in the same order, even should two have one id', () => {
  fc.assert(
    fc.property(blocks, blocks, (before, after) => {
      assert.equal(blockChanges(before, after).length === 0, JSON.stringify(before) === JSON.stringify(after))
    }),
    { numRuns: 300, examples: [[[spoken('a', 'Một'), spoken('a', 'Một')], [spoken('a', 'Một')]]] },
  )
})
