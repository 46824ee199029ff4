import type { Node, Schema } from '@tiptap/pm/model'
import type { Block } from '../../domain/story/block.ts'
import { nodeOf } from './block-node.ts'

/** The page of these blocks, from which `blocksOf` reads the very same. */
export function docOf(schema: Schema, blocks: readonly Block[]): Node {
  return schema.node('doc', null, blocks.map((block) => nodeOf(schema, block)))
}
