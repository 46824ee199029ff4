import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import type { Permission } from '#kernel/permission.ts'
import { holdersOfRight, type HolderOfRight } from '#modules/accounts/server/index.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { newsroomRights } from '../../domain/policy.ts'
import { namedBy } from '../people-by-name.ts'

/** Who belongs to the newsrooms of a tenant on a day, read once per request. */
export interface NewsroomPeople {
  /** Who belongs to the newsroom of a unit, given the unit with those above it; with `right` who has this one. */
  idsOver(lineage: readonly UnitId[], right?: Permission): ReadonlySet<PersonId>
  /** Their names, by given name. */
  over(lineage: readonly UnitId[]): { readonly id: PersonId; readonly name: string }[]
}

/** Reads who belongs to the newsrooms today: whoever was given one of its rights and has a login. */
export async function newsroomPeople(read: Reader, tenantId: TenantId, today: CalendarDate): Promise<NewsroomPeople> {
  const holders = new Map<Permission, readonly HolderOfRight[]>()
  for (const right of newsroomRights) holders.set(right, await holdersOfRight(read, tenantId, right, today))
  const everybody = [...holders.values()].flat()
  const names = await personNames(read, tenantId, [...new Set(everybody.map(({ personId }) => personId))])
  const sortName = (id: PersonId) => names.get(id)?.sortName ?? ''
  const idsOver: NewsroomPeople['idsOver'] = (lineage, right) => new Set((right === undefined ? everybody : (holders.get(right) ?? [])).filter(({ unitId }) => unitId === null || lineage.includes(unitId)).map(({ personId }) => personId))
  return {
    idsOver,
    over: (lineage) => [...idsOver(lineage)].sort((a, b) => sortName(a).localeCompare(sortName(b), 'vi')).map(namedBy(names)),
  }
}
