import type { Block } from '../story/block.ts'

/** The words of a block as a comment quotes them; empty for the start of a film. */
export function wordsOfBlock(block: Block): string {
  switch (block.kind) {
    case 'soundbite':
      return block.verbatim
    case 'super':
      return [block.name, block.title, block.organisation].filter((part) => part !== '').join(', ')
    case 'film_start':
      return ''
    default:
      return block.text
  }
}

/** What became of the block a comment was made on: còn nguyên, đã sửa, đã bỏ. */
export const blockFates = ['same', 'changed', 'gone'] as const
export type BlockFate = (typeof blockFates)[number]

/** Where the block of a comment stands now, counted from one, and whether its words are those commented on. */
export function fateOfBlock({ blockId, quoted }: { readonly blockId: string; readonly quoted: string }, blocks: readonly Block[]): { readonly fate: BlockFate; readonly number: number | null } {
  const at = blocks.findIndex((block) => block.id === blockId)
  const block = blocks[at]
  if (block === undefined) return { fate: 'gone', number: null }
  return { fate: wordsOfBlock(block).normalize('NFC') === quoted ? 'same' : 'changed', number: at + 1 }
}
