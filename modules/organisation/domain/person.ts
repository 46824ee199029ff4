import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Sex } from './reference-lists.ts'

/** A person (cán bộ, công chức, viên chức, người lao động). Identity is the code, never the name. */
export interface Person {
  readonly id: PersonId
  readonly code: string
  readonly version: number
  /** In NFC. */
  readonly fullName: string
  readonly sex: Sex | null
  readonly birthDate: CalendarDate | null
}

/** Refuses a birth date later than today. */
export function checkPerson(person: Pick<Person, 'birthDate'>, today: CalendarDate): void {
  if (person.birthDate !== null && person.birthDate > today) refuse('organisation.person.born-in-future', { birthDate: person.birthDate })
}
