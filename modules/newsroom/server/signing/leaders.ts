import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { holdersOfRight } from '#modules/accounts/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { rightOfLevel } from './delegations.ts'

/** Who approves to air (lãnh đạo duyệt phát) for a unit today, given the unit with those above it. */
export async function leadersOver(read: Reader, tenantId: TenantId, lineage: readonly UnitId[], today: CalendarDate): Promise<PersonId[]> {
  const holders = await holdersOfRight(read, tenantId, rightOfLevel.leadership, today)
  return [...new Set(holders.filter(({ unitId }) => unitId === null || lineage.includes(unitId)).map(({ personId }) => personId))]
}
