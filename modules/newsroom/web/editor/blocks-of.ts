import type { Node } from '@tiptap/pm/model'
import type { Block } from '../../domain/story/block.ts'
import { blockOf } from './block-node.ts'

/** The blocks of a page in their order. A block nobody touched is the same object as before. */
export function blocksOf(doc: Node): Block[] {
  return doc.children.map(blockOf)
}
