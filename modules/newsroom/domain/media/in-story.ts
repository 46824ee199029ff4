import type { Block } from '../story/block.ts'

/** The media a script shows, each once, in its order. */
export function mediaIn(blocks: readonly Block[]): string[] {
  return [...new Set(blocks.flatMap((block) => (block.kind === 'film_start' && block.mediaId !== null ? [block.mediaId] : [])))]
}

/** Puts a medium into one start of a film (Phim); null takes it out. */
export function withMedia(blocks: readonly Block[], blockId: string, mediaId: string | null): Block[] {
  return blocks.map((block) => (block.id === blockId && block.kind === 'film_start' ? { ...block, mediaId } : block))
}

/** Puts the marks in and out (điểm vào, điểm ra) into one soundbite. */
export function withMarks(blocks: readonly Block[], blockId: string, inMs: number | null, outMs: number | null): Block[] {
  return blocks.map((block) => (block.id === blockId && block.kind === 'soundbite' ? { ...block, inMs, outMs } : block))
}
