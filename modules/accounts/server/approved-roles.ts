import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { personNames, unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Approval } from '../contract/routes.ts'
import { roleRoutes } from '../contract/role-routes.ts'
import type { GrantedRole } from '../domain/roles.ts'

interface AskedRow {
  readonly id: string
  readonly act: string
  readonly address: string
  readonly body: unknown
}

/** Who a request is about that gives or ends a role, and which role: what its second person must know. */
export type RoleAsked = NonNullable<Approval['role']> & { readonly personId: string | null }

const endAddress = /^\/api\/accounts\/roles\/([0-9a-f-]{36})\/end$/

/** Reads of these requests, by their id, those about a role. */
export async function rolesAsked(read: Reader, tenantId: TenantId, rows: readonly AskedRow[], today: CalendarDate): Promise<Map<string, RoleAsked>> {
  const given = rows.flatMap((row) => (row.act === roleRoutes.giveRole.twoPersons.act ? [{ id: row.id, ...(row.body as { personId: string; role: GrantedRole; unitId: string | null }) }] : []))
  const ending = rows.flatMap((row) => {
    const grantId = row.act === roleRoutes.endRole.twoPersons.act ? endAddress.exec(row.address)?.[1] : undefined
    return grantId === undefined ? [] : [{ id: row.id, grantId }]
  })
  if (given.length + ending.length === 0) return new Map()
  const names = await personNames(read, tenantId, given.map(({ personId }) => personId as PersonId))
  const grants = new Map((await grantsNamed(read, tenantId, ending.map(({ grantId }) => grantId))).map((row) => [row.id, row]))
  const units = new Map((await unitTreeAsOf(read, tenantId, today)).map((unit) => [unit.id, unit.name]))
  const unitName = (unitId: string | null): string | null => (unitId === null ? null : (units.get(unitId as UnitId) ?? ''))
  return new Map([
    ...given.map(({ id, personId, role, unitId }): [string, RoleAsked] => [id, { personId, name: names.get(personId as PersonId)?.fullName ?? '', role, unit: unitName(unitId) }]),
    ...ending.flatMap(({ id, grantId }): [string, RoleAsked][] => {
      const row = grants.get(grantId)
      return row === undefined ? [] : [[id, { personId: row.person_id, name: row.name, role: row.role as GrantedRole, unit: unitName(row.unit_id) }]]
    }),
  ])
}

async function grantsNamed(read: Reader, tenantId: TenantId, ids: readonly string[]) {
  if (ids.length === 0) return []
  return read
    .selectFrom('accounts_grant as g')
    .innerJoin('accounts_user as u', (join) => join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'g.account_id'))
    .where('g.tenant_id', '=', tenantId)
    .where('g.id', 'in', [...ids])
    .select(['g.id', 'g.role', 'g.unit_id', 'u.person_id', 'u.name'])
    .execute()
}
