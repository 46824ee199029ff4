import type { Block } from '../story/block.ts'

/** The media a script shows, each once, in its order. */
export function mediaIn(blocks: readonly Block[]): string[] {
  return [...new Set(blocks.flatMap((block) => (block.kind === 'film_start' && block.mediaId !== null ? [block.mediaId] : [])))]
}

/** Where a script starts a film (Phim): the block, its place counted from 1, and the film it shows if it names one. */
export interface FilmStart {
  readonly blockId: string
  readonly number: number
  readonly mediaId: string | null
}

/** The starts of films of a script, in its order. */
export function filmStarts(blocks: readonly Block[]): FilmStart[] {
  return blocks.flatMap((block, at) => (block.kind === 'film_start' ? [{ blockId: block.id, number: at + 1, mediaId: block.mediaId }] : []))
}

/** Milliseconds of the films started (thời lượng phim), each film once; null when none is, or the length of one is not known. */
export function filmMsOf(starts: readonly FilmStart[], lengths: ReadonlyMap<string, number>): number | null {
  const ms = [...new Set(starts.map(({ mediaId }) => mediaId))].map((mediaId) => (mediaId === null ? undefined : lengths.get(mediaId)))
  return ms.length === 0 || ms.includes(undefined) ? null : ms.reduce<number>((sum, each) => sum + (each ?? 0), 0)
}

/** Puts a medium into one start of a film (Phim); null takes it out. */
export function withMedia(blocks: readonly Block[], blockId: string, mediaId: string | null): Block[] {
  return blocks.map((block) => (block.id === blockId && block.kind === 'film_start' ? { ...block, mediaId } : block))
}

/** Puts the marks in and out (điểm vào, điểm ra) into one soundbite. */
export function withMarks(blocks: readonly Block[], blockId: string, inMs: number | null, outMs: number | null): Block[] {
  return blocks.map((block) => (block.id === blockId && block.kind === 'soundbite' ? { ...block, inMs, outMs } : block))
}
