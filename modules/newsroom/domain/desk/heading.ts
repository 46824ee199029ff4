import type { CalendarDate } from '#kernel/calendar-date.ts'

/** What a desk files its work under: a column (chuyên mục), a category (danh mục), a programme (chương trình). */
export const headingKinds = ['column', 'category', 'programme'] as const
export type HeadingKind = (typeof headingKinds)[number]

/** The days something is in use, both included; `lastDay` null while nobody has ended it. */
export interface Span {
  readonly firstDay: CalendarDate
  readonly lastDay: CalendarDate | null
}

/** Whether something is in use on a day. */
export function inUseOn({ firstDay, lastDay }: Span, day: CalendarDate): boolean {
  return firstDay <= day && (lastDay === null || day <= lastDay)
}

/** Whether something is in use on a day or will be: its name is taken. */
export function notEnded({ lastDay }: Span, day: CalendarDate): boolean {
  return lastDay === null || day <= lastDay
}
