import type { BlockKind } from '../../domain/story/block.ts'

/** The kind that usually comes after one, which Ctrl+Enter makes. */
export const nextKind = {
  greeting: 'lead_in',
  lead_in: 'film_start',
  film_start: 'voice_over',
  voice_over: 'soundbite',
  question: 'soundbite',
  soundbite: 'voice_over',
  presenter_note: 'lead_in',
  super: 'soundbite',
  graphic: 'voice_over',
  closing: 'greeting',
  unclassified: 'unclassified',
} as const satisfies Record<BlockKind, BlockKind>

/** The kinds a writer may give, in the order of the keys Alt+1 … Alt+9, Alt+0. */
export const givenKinds = [
  'greeting',
  'lead_in',
  'film_start',
  'voice_over',
  'question',
  'soundbite',
  'presenter_note',
  'super',
  'graphic',
  'closing',
] as const satisfies readonly BlockKind[]

/** The digit that gives a kind together with Alt. */
export function digitOf(kind: BlockKind): string | null {
  const at = givenKinds.findIndex((given) => given === kind)
  return at < 0 ? null : String((at + 1) % 10)
}

/** The kind of a digit pressed together with Alt. */
export function kindOfDigit(digit: string): BlockKind | undefined {
  return givenKinds[(Number(digit) + 9) % 10]
}
