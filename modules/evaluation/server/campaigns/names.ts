import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'

/** Names for showing; an id that is gone keeps an empty name rather than failing the page. */
export interface Names {
  person(id: string): { id: PersonId; fullName: string }
  personOrNull(id: string | null): { id: PersonId; fullName: string } | null
  unit(id: string): { id: UnitId; name: string }
}

/** Reads the names of these people, and of these units as they were called on a day. */
export async function loadNames(read: Reader, tenantId: TenantId, people: readonly (string | null)[], units: readonly string[], on: CalendarDate): Promise<Names> {
  const ids = [...new Set(people.filter((id) => id !== null))] as PersonId[]
  const known = await personNames(read, tenantId, ids)
  const unitNames = await loadUnitNames(read, tenantId, units, on)
  const person = (id: string) => ({ id: id as PersonId, fullName: known.get(id as PersonId)?.fullName ?? '' })
  return {
    person,
    personOrNull: (id) => (id === null ? null : person(id)),
    unit: (id) => ({ id: id as UnitId, name: unitNames.get(id) ?? '' }),
  }
}

/** Names of units on a day; a unit founded later answers with its first name. */
export async function loadUnitNames(read: Reader, tenantId: TenantId, units: readonly string[], on: CalendarDate): Promise<Map<string, string>> {
  const ids = [...new Set(units)]
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('organisation_unit_span')
    .where('tenant_id', '=', tenantId)
    .where('unit_id', 'in', ids)
    .select(['unit_id', 'name', 'valid_from'])
    .orderBy('unit_id')
    .orderBy('valid_from')
    .execute()
  const names = new Map<string, string>()
  for (const row of rows) if (!names.has(row.unit_id) || row.valid_from <= on) names.set(row.unit_id, row.name)
  return names
}
