import type { CalendarDate } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Kept } from '../archive/retention.ts'

/** What still needs the bytes of a film. */
export interface FilmNeeds {
  /** How many stories that are not archived show it, and the titles of those one may read. */
  readonly shown: { readonly count: number; readonly titles: readonly string[] }
  /** Items next or on air whose frozen words show it. */
  readonly frozen: readonly string[]
  /** A correction of a story that aired with it is not done. */
  readonly corrected: boolean
  /** Until when the stories that aired with it are kept. */
  readonly kept: Kept | null
}

/** Why somebody takes a film from the store (lý do gỡ). */
export interface RemovalReason {
  /** The library proposes it (đề nghị dọn), which is reason enough. */
  readonly proposed: boolean
  readonly words: string
}

/** Refuses to take a film from the store (gỡ phim khỏi kho) while anything needs it, or without a reason. */
export function mustNotBeNeeded({ shown, frozen, corrected, kept }: FilmNeeds, { proposed, words }: RemovalReason, today: CalendarDate): void {
  if (shown.count > 0) refuse('newsroom.media.shown', { count: shown.count, titles: shown.titles })
  if (frozen.length > 0) refuse('newsroom.media.frozen', { items: frozen })
  if (corrected) refuse('newsroom.media.in-correction')
  if (kept !== null && kept.until >= today) refuse('newsroom.archive.kept', { until: kept.until, rule: kept.text, confidence: kept.confidence })
  if (!proposed && words.trim() === '') refuse('newsroom.media.reason-needed')
}
