import type { CalendarDate } from '#kernel/calendar-date.ts'

/** A title held for a time: chức danh, cơ quan, từ ngày, đến hết ngày (null: still held, or not known to have ended). */
export interface HeldTitle {
  readonly title: string
  readonly organisation: string
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
}

/** A person of a story (nhân vật): who is asked, speaks or is named. */
export interface StoryPerson {
  readonly id: string
  readonly name: string
  readonly titles: readonly HeldTitle[]
}

/**
 * The titles a person holds on a day (chức danh tại thời điểm phát), the latest first. None is an answer too: a title that
 * has ended is never shown for want of another.
 */
export function titlesOn(person: StoryPerson, day: CalendarDate): readonly HeldTitle[] {
  return person.titles
    .filter(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : (a.from ?? '') > (b.from ?? '') ? -1 : 0))
}
