import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Id, PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { sharedDays } from './date-span.ts'
import { refuseDisorder } from './post.ts'
import type { AbsenceKind } from './reference-lists.ts'

export type AbsenceId = Id<'absence'>

/** Time away that evaluation takes into account (nghỉ thai sản, nghỉ ốm, nghỉ không hưởng lương), both days included. */
export interface Absence {
  readonly id: AbsenceId
  readonly version: number
  readonly personId: PersonId
  readonly kind: AbsenceKind
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly decisionNumber: string
}

/** Refuses an absence that ends before it starts or shares a day with another of the same person. */
export function checkAbsence(absence: Absence, ofPerson: readonly Absence[]): void {
  refuseDisorder(absence)
  const other = ofPerson.find((known) => known.id !== absence.id && sharedDays(known, absence) !== undefined)
  if (other !== undefined) refuse('organisation.absence.overlap', { from: other.from, to: other.to })
}
