import type { Block } from '../../domain/story/block.ts'

/** Changes the blocks of the script as they are then: what a screen beside it shows may be behind the writing. */
export type OnBlocks = (changed: (now: readonly Block[]) => Block[]) => void
