import type { RaterColumn } from './policy.ts'
import type { CompiledRulebook } from './rulebook/compiled-rulebook.ts'
import type { SheetLists } from './sheet-lists.ts'

/** A recorded human choice with its reason. */
export interface JudgementEntry {
  readonly value: string
  readonly reason: string
}

/** What a rater writes on a sheet. A missing key is not scored; nothing is ever taken from another rater. */
export interface SheetContent {
  readonly points: Readonly<Record<string, string>>
  readonly judgements: Readonly<Record<string, JudgementEntry>>
  /** Entries of the rulebook's own lists, such as result axes or a regime's marks of each task. */
  readonly lists: SheetLists
  readonly strengths: string
  readonly weaknesses: string
  readonly comment: string
  readonly proposedLevel: string | null
}

/** Whose sheet under which rules. */
export interface SheetSubject {
  readonly rulebook: CompiledRulebook
  readonly settings: Readonly<Record<string, unknown>>
  readonly group: string
  readonly variants: Readonly<Record<string, string>>
  /** A year is rated from its months: its sheets carry no points. */
  readonly scoresPoints: boolean
}

/** One bad entry: the criterion or judgement, what was written, what the rulebook takes. */
export interface EntryProblem {
  readonly code: string
  readonly found: string
  readonly expected: string
}

export type SheetText = 'comment' | 'strengths' | 'weaknesses'

/** The free texts a rater writes, in the order of form 01. */
export function textsOf(rater: RaterColumn): readonly SheetText[] {
  return rater === 'self' ? ['strengths', 'weaknesses'] : ['comment', 'strengths', 'weaknesses']
}
