import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import type { WorkCalendar } from '#kernel/working-days.ts'
import type { Reader } from '#platform/db/database.ts'
import type { NoticeKind } from '../../domain/notices/notice.ts'
import type { AssignmentId } from '../planning/assignment-rows.ts'
import type { StoryId } from '../stories/story-row.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'

/** A notice before it is known whether it was read. */
export interface Told {
  readonly kind: NoticeKind
  /** What makes it this notice and no other: the id of the story, step, comment or assignment. */
  readonly about: string
  readonly at: Date
  readonly dueAt: Date | null
  readonly story: { readonly id: StoryId; readonly title: string } | null
  readonly assignment: { readonly id: AssignmentId; readonly topic: string; readonly day: CalendarDate } | null
  readonly by: PersonId | null
  readonly said: string
}

/** For whom notices are worked out, and when. */
export interface Listener {
  readonly read: Reader
  readonly actor: Actor & { readonly personId: PersonId }
  readonly day: UnitsOfDay
  readonly now: Date
  /** The earliest moment of what is still told though it only happened. */
  readonly since: Date
  readonly calendar: WorkCalendar
}
