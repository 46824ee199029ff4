import type { Node } from '@tiptap/pm/model'
import { TextSelection, type Selection, type Transaction } from '@tiptap/pm/state'
import { v7 as newBlockId } from 'uuid'
import type { BlockKind } from '../../domain/story/block.ts'
import { blankAttributes, type BlockAttributes } from './block-attributes.ts'

/** A block of the page: its node, where it begins, and how many come before it. */
export interface BlockPlace {
  readonly node: Node
  readonly from: number
  readonly index: number
}

/** The block in which a selection begins; null where there is none. */
export function placeAt({ $from }: Selection): BlockPlace | null {
  if ($from.depth === 0) return null
  return { node: $from.node(1), from: $from.before(1), index: $from.index(0) }
}

/** The block that begins at a position. */
export function placeFrom(doc: Node, from: number): BlockPlace | null {
  const node = doc.nodeAt(from)
  return node === null ? null : { node, from, index: doc.resolve(from).index(0) }
}

/** The blocks before and after one. */
export function neighbours(doc: Node, { node, from, index }: BlockPlace): { before: BlockPlace | null; after: BlockPlace | null } {
  const before = index === 0 ? null : doc.child(index - 1)
  const after = doc.maybeChild(index + 1)
  return {
    before: before && { node: before, from: from - before.nodeSize, index: index - 1 },
    after: after && { node: after, from: from + node.nodeSize, index: index + 1 },
  }
}

/** The attributes of a new block of a kind, with an id of its own. */
export function newAttributes(kind: BlockKind, carried: Partial<BlockAttributes> = {}): BlockAttributes {
  return { ...blankAttributes, ...carried, id: newBlockId(), kind }
}

/** Puts the cursor at the first sign of the block that begins at `from`. */
export function intoBlock(tr: Transaction, from: number): Transaction {
  return tr.setSelection(TextSelection.create(tr.doc, from + 2))
}

/** Puts the cursor behind the last sign of the block that begins at `from`. */
export function endOfBlock(tr: Transaction, from: number): Transaction {
  const size = tr.doc.nodeAt(from)?.nodeSize ?? 0
  return tr.setSelection(TextSelection.create(tr.doc, from + size - 2))
}
