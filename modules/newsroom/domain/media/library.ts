import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import { keptUntil } from '../archive/retention.ts'

/** When the right to air a film ends: sắp hết hạn, đã hết hạn. */
export const rightsEnds = ['soon', 'over'] as const
export type RightsEnd = (typeof rightsEnds)[number]

/** What is asked of its use: chưa bài nào dùng, có thể dọn, đã gỡ. */
export const libraryUses = ['unused', 'removable', 'removed'] as const
export type LibraryUse = (typeof libraryUses)[number]

/**
 * Whether a film that no story has or ever showed may be let go (đề nghị dọn): once the time is over for which what aired is kept, counted from the day it
 * came, as nothing is left to say when it last aired. Ours; no law speaks of films that no story has.
 */
export function mayBeLetGo(cameAt: Date, today: CalendarDate): boolean {
  const kept = keptUntil([vietnameseDay(cameAt)])
  return kept === null || kept.until < today
}
