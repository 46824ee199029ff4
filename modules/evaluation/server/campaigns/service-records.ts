import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { absencesWithin, firstHeld } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Leave, ServiceRecord } from '../../domain/facts.ts'
import type { Period } from '../../domain/period.ts'

/** Leave within the period and the first day of service of each person, for article 11. */
export async function loadServiceRecords(read: Reader, tenantId: TenantId, people: readonly PersonId[], period: Period): Promise<Map<PersonId, ServiceRecord>> {
  const absences = await absencesWithin(read, tenantId, people, period.from, period.to)
  const since: Map<PersonId, CalendarDate> = await firstHeld(read, tenantId, people)
  const leaves = new Map<PersonId, Leave[]>()
  for (const { personId, kind, from, to } of absences) leaves.set(personId, [...(leaves.get(personId) ?? []), { kind, from, to }])
  return new Map(people.map((person) => [person, { leaves: leaves.get(person) ?? [], since: since.get(person) ?? null }]))
}
