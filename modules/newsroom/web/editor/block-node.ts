import type { Node, Schema } from '@tiptap/pm/model'
import type { Block } from '../../domain/story/block.ts'
import { attributesOf, type BlockAttributes } from './block-attributes.ts'

// A node never changes, so the block it was made from, or read to, stays the block of that node.
const known = new WeakMap<Node, Block>()

/** What a block's node carries beside its lines. */
export function attributesAt(node: Node): BlockAttributes {
  return node.attrs as BlockAttributes
}

/** The lines of a block's node. */
export function linesOf(node: Node): readonly string[] {
  return node.children.map((line) => line.textContent)
}

/** Whether a block has no words. */
export function isBlank(node: Node): boolean {
  return node.textContent === ''
}

/** Says that a node is this very block, which must have the same content. */
export function remember(node: Node, block: Block): void {
  known.set(node, block)
}

function linesOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'film_start':
      return ['']
    case 'super':
      return [block.name, block.title, block.organisation]
    case 'soundbite':
      return block.verbatim.split('\n')
    default:
      return block.text.split('\n')
  }
}

/** One line of a block; blank without text. */
export function lineNode(schema: Schema, text = ''): Node {
  return schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])
}

/** A block's node of these attributes and lines; one blank line without any. */
export function blockNode(schema: Schema, attributes: BlockAttributes, lines: readonly string[] = ['']): Node {
  return schema.node('block', attributes, lines.map((line) => lineNode(schema, line)))
}

/** The node of a block. */
export function nodeOf(schema: Schema, block: Block): Node {
  const node = blockNode(schema, attributesOf(block), linesOfBlock(block))
  remember(node, block)
  return node
}

function readBlock(node: Node): Block {
  const { id, kind, cuttable, personId, inMs, outMs, inWords, outWords, line, mediaId } = attributesAt(node)
  const lines = linesOf(node)
  const text = lines.join('\n')
  switch (kind) {
    case 'film_start':
      return { id, kind, cuttable, mediaId }
    case 'question':
      return { id, kind, cuttable, personId, text }
    case 'soundbite':
      return { id, kind, cuttable, personId, inMs, outMs, inWords, outWords, verbatim: text }
    case 'super': {
      const [name = '', title = '', organisation = ''] = lines
      return { id, kind, cuttable, personId, name, title, organisation }
    }
    case 'unclassified':
      return { id, kind, cuttable, text, line }
    default:
      return { id, kind, cuttable, text }
  }
}

/** The block of a node: the same object as long as the node is the same. */
export function blockOf(node: Node): Block {
  const before = known.get(node)
  if (before !== undefined) return before
  const block = readBlock(node)
  remember(node, block)
  return block
}
