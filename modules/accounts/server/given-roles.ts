import { sql } from 'kysely'
import { scopeOf, type Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import { pageOf, type Page } from '#kernel/page.ts'
import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { pageKey } from '#platform/http/page-key.ts'
import type { GivenRoleLine, RoleFilter } from '../contract/routes.ts'
import { administersOver } from '../domain/competence.ts'
import { roleState, type GrantId } from '../domain/given-role.ts'
import type { GrantedRole } from '../domain/roles.ts'
import { accountNames } from './account-names.ts'

interface Asked {
  readonly after?: string | undefined
  readonly limit: number
  readonly show: RoleFilter
  readonly role?: GrantedRole | undefined
}

interface Row {
  id: string
  role: string
  unit_id: string | null
  unit: string | null
  valid_from: CalendarDate
  valid_to: CalendarDate | null
  document_number: string
  document_date: CalendarDate | null
  given_by: string | null
  ended_by: string | null
  end_reason: string
  person_id: string | null
  name: string
  username: string
  sort_name: string
}

/** A page of the roles given over units somebody administers, by given name of the holder. */
export async function listGivenRoles(read: Reader, actor: Actor, asked: Asked, today: CalendarDate): Promise<Page<GivenRoleLine>> {
  const { tenantId } = actor
  const [name, id] = asked.after === undefined ? [null, null] : pageKey(asked.after, ['text', 'uuid'])
  const over = scopeOf(actor, 'accounts:manage') === null ? null : await unitsAdministered(read, actor, today)
  const lines = sql<Row>`(select * from (
      select g.id, g.role, g.unit_id, g.valid_from, g.valid_to, g.document_number, g.document_date, g.given_by, g.ended_by, g.end_reason, u.person_id, u.name, u.username,
        coalesce(x.sort_name, u.name) as sort_name,
        (select s.name from organisation_unit_span s where s.tenant_id = ${tenantId} and s.unit_id = g.unit_id order by s.valid_from desc limit 1) as unit,
        coalesce(g.valid_to < ${today} or g.valid_to < g.valid_from, false) as over
      from accounts_grant g
      join accounts_user u on u.tenant_id = ${tenantId} and u.id = g.account_id
      left join organisation_person x on x.tenant_id = ${tenantId} and x.id = u.person_id
      where g.tenant_id = ${tenantId}) as l
    where (${over}::uuid[] is null or l.unit_id = any(${over}::uuid[]))
      and (${asked.show} = 'all' or (${asked.show} = 'ended') = l.over)
      and (${asked.role ?? null}::text is null or l.role = ${asked.role ?? null})
      and (${name}::text is null or (l.sort_name, l.id) > (${name}, ${id}::uuid))
    order by l.sort_name, l.id limit ${asked.limit + 1})`.as('found')
  const rows = await read.selectFrom(lines).selectAll().orderBy('sort_name').orderBy('id').execute()
  const page = pageOf(rows, asked.limit, (row) => [row.sort_name, row.id])
  const names = await accountNames(read, tenantId, page.items.flatMap((row) => [row.given_by, row.ended_by].filter((by) => by !== null)))
  return { next: page.next, items: page.items.map((row) => lineOf(row, names, today)) }
}

function lineOf(row: Row, names: ReadonlyMap<string, string>, today: CalendarDate): GivenRoleLine {
  const state = roleState({ from: row.valid_from, to: row.valid_to }, today)
  return {
    id: row.id as GrantId,
    personId: row.person_id as PersonId | null,
    name: row.name,
    username: row.username,
    role: row.role as GrantedRole,
    unit: row.unit_id === null ? null : { id: row.unit_id as UnitId, name: row.unit ?? '' },
    from: row.valid_from,
    to: row.valid_to,
    state,
    documentNumber: row.document_number,
    documentDate: row.document_date,
    givenBy: names.get(row.given_by ?? '') ?? null,
    endedBy: names.get(row.ended_by ?? '') ?? null,
    endReason: row.end_reason,
    can: state === 'ended' ? [] : ['end'],
  }
}

/** Units of today over which somebody administers accounts. */
async function unitsAdministered(read: Reader, actor: Actor, today: CalendarDate): Promise<UnitId[]> {
  const units = new Map((await unitTreeAsOf(read, actor.tenantId, today)).map((unit) => [unit.id, unit]))
  return [...units.keys()].filter((unitId) => administersOver(actor, unitId, units))
}
