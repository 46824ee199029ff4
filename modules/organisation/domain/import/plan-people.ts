import { formatVietnameseDate, type CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import type { IdentityNumber } from '../identity-number.ts'
import type { Person } from '../person.ts'
import type { Sex } from '../reference-lists.ts'
import { firstByKey, isFaulty, textOf, valueOf, type ImportDraft } from './import-draft.ts'
import { PlannedIdentities } from './plan-identities.ts'
import type { TableRow } from './read-tables.ts'

/** People as they are stored, with their identity numbers. */
export interface StoredPeople {
  readonly people: readonly Person[]
  readonly identities: readonly IdentityNumber[]
}

/** People as the file would make them. */
export interface PlannedPeople {
  readonly changed: readonly Person[]
  readonly idOfCode: ReadonlyMap<string, PersonId>
  readonly mentioned: ReadonlySet<string>
  /** New and changed numbers only, with their next version. */
  readonly identities: readonly IdentityNumber[]
}

/**
 * Judges the rows of people: known by code, or by a stored identity number where the code is left blank; the same name and
 * birth date under another code is only warned of.
 */
export function planPeople(draft: ImportDraft, rows: readonly TableRow[], { people: stored, identities: numbers }: StoredPeople, today: CalendarDate, newId: () => PersonId): PlannedPeople {
  const identities = new PlannedIdentities(draft, stored, numbers)
  for (const row of rows) identities.fillCode(row)
  const storedOfCode = new Map(stored.map((person) => [person.code, person]))
  const idOfCode = new Map<string, PersonId>(stored.map((person) => [person.code, person.id]))
  const mentioned = new Set(rows.map((row) => textOf(row, 'code')).filter((code) => code !== ''))
  const changed: Person[] = []
  const twins = new Map<string, string>()
  const twinKey = (fullName: string, birthDate: CalendarDate | null): string => `${fullName.toLowerCase()} ${birthDate ?? ''}`
  for (const person of stored) if (person.birthDate !== null && !mentioned.has(person.code)) twins.set(twinKey(person.fullName, person.birthDate), person.code)

  for (const row of firstByKey(draft, rows, ['code']).values()) {
    const birthDate = valueOf(row, 'birthDate') as CalendarDate | null | undefined
    if (birthDate != null && birthDate > today) draft.mark(row, 'birthDate', 'in-future', `≤ ${formatVietnameseDate(today)}`)
    if (isFaulty(row)) continue
    const code = textOf(row, 'code')
    const before = storedOfCode.get(code)
    const person: Person = {
      id: before?.id ?? newId(),
      code,
      version: (before?.version ?? 0) + 1,
      fullName: textOf(row, 'fullName'),
      sex: valueOf(row, 'sex') === undefined ? (before?.sex ?? null) : (valueOf(row, 'sex') as Sex | null),
      birthDate: birthDate === undefined ? (before?.birthDate ?? null) : birthDate,
    }
    idOfCode.set(code, person.id)
    warnOfTwin(draft, row, person, twins, twinKey)
    const otherNumbers = identities.take(row, person)
    if (before !== undefined && before.fullName === person.fullName && before.sex === person.sex && before.birthDate === person.birthDate) {
      draft.outcomes.set(row, otherNumbers ? 'changed' : 'unchanged')
      continue
    }
    draft.outcomes.set(row, before === undefined ? 'new' : 'changed')
    changed.push(person)
  }
  return { changed, idOfCode, mentioned, identities: identities.changed }
}

function warnOfTwin(draft: ImportDraft, row: TableRow, person: Person, twins: Map<string, string>, twinKey: (name: string, birth: CalendarDate | null) => string): void {
  if (person.birthDate === null) return
  const key = twinKey(person.fullName, person.birthDate)
  const other = twins.get(key)
  if (other !== undefined && other !== person.code) draft.mark(row, 'fullName', 'same-name-and-birth', other, 'warning')
  else twins.set(key, person.code)
}
