import { momentOf, stepFrames, type FrameRate } from '../../domain/media/facts.ts'

/** What a player can be told, whatever shows the film. */
export interface Playing {
  readonly atMs: number
  readonly durationMs: number
  readonly rate: FrameRate | null
}

/** What a key asks for: a moment to go to, to play or stop, or a mark. */
export type PlayerAct = { readonly kind: 'go'; readonly toMs: number } | { readonly kind: 'toggle' } | { readonly kind: 'in' } | { readonly kind: 'out' }

const second = 1_000
const leap = 5 * second
/** A film that does not say its rate is stepped as ours are made. */
const usualRate: FrameRate = { frames: 25, seconds: 1 }

/** The act of a key press in the browser's names; undefined for every other key. */
export function playerAct(chord: string, { atMs, durationMs, rate }: Playing): PlayerAct | undefined {
  const go = (ms: number): PlayerAct => ({ kind: 'go', toMs: Math.min(Math.max(0, ms), durationMs) })
  switch (chord) {
    case ' ':
    case 'k':
      return { kind: 'toggle' }
    case 'j':
      return go(atMs - leap)
    case 'l':
      return go(atMs + leap)
    case 'ArrowLeft':
      return go(stepFrames(atMs, -1, rate ?? usualRate))
    case 'ArrowRight':
      return go(stepFrames(atMs, 1, rate ?? usualRate))
    case 'shift+ArrowLeft':
      return go(atMs - second)
    case 'shift+ArrowRight':
      return go(atMs + second)
    case 'i':
      return { kind: 'in' }
    case 'o':
      return { kind: 'out' }
    case 'Home':
      return go(momentOf(0, rate ?? usualRate))
    case 'End':
      return go(durationMs)
    default:
      return undefined
  }
}
