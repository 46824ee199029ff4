import type { Schema } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { Block } from '../../domain/story/block.ts'
import { isBlank, remember } from './block-node.ts'
import { docOf } from './doc-of.ts'
import { newAttributes } from './place.ts'

/** The blocks of a page on which can be written: an empty story begins with a lead-in. */
export function writable(blocks: readonly Block[]): readonly Block[] {
  return blocks.length > 0 ? blocks : [{ id: newAttributes('lead_in').id, kind: 'lead_in', cuttable: false, text: '' }]
}

/**
 * Takes blocks from outside over into the page, replacing only what differs, so that the cursor and the steps to undo stay.
 * Null when the page shows them already.
 */
export function takeBlocks(state: EditorState, schema: Schema, blocks: readonly Block[]): Transaction | null {
  const { doc } = state
  if (blocks.length === 0 && doc.childCount === 1 && isBlank(doc.child(0))) return null
  const taken = writable(blocks)
  const wanted = docOf(schema, taken)
  const same = (one: number, other: number): boolean => {
    const old = doc.child(one)
    const block = taken[other]
    if (block === undefined || !old.eq(wanted.child(other))) return false
    remember(old, block)
    return true
  }
  const shorter = Math.min(doc.childCount, wanted.childCount)
  let head = 0
  while (head < shorter && same(head, head)) head += 1
  let tail = 0
  while (tail < shorter - head && same(doc.childCount - 1 - tail, wanted.childCount - 1 - tail)) tail += 1
  if (head + tail === doc.childCount && head + tail === wanted.childCount) return null
  const at = (index: number): number => doc.children.slice(0, index).reduce((sum, node) => sum + node.nodeSize, 0)
  return state.tr
    .replaceWith(at(head), at(doc.childCount - tail), wanted.children.slice(head, wanted.childCount - tail))
    .setMeta('addToHistory', false)
    .setMeta('preventUpdate', true)
}
