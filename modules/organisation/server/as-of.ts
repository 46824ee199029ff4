import { sql } from 'kysely'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { HeldPost } from '#kernel/actor.ts'
import type { HoldingId, PersonId, PostId, TenantId, UnitId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { AbsenceKind, HoldingStatus, PostRole } from '../domain/reference-lists.ts'
import { treeOn, type UnitOnDate } from '../domain/unit-tree.ts'
import { loadTree } from './load.ts'
import { unitOrder } from './unit-order.ts'

/** Who holds which post on a day, with what evaluation needs to know of post and person. */
export interface HoldingOnDate {
  readonly holdingId: HoldingId
  readonly personId: PersonId
  readonly personCode: string
  readonly fullName: string
  /** Given name first, for sorting. */
  readonly sortName: string
  readonly postId: PostId
  readonly postCode: string
  readonly title: string
  readonly role: PostRole
  readonly isHead: boolean
  readonly isLeader: boolean
  readonly publicContact: boolean
  readonly peerGroup: string
  readonly unitId: UnitId
  readonly status: HoldingStatus
  readonly isPrimary: boolean
  readonly from: CalendarDate
  readonly to: CalendarDate | null
}

/** The tree on a day (cây tổ chức): every unit that existed, parents before children. */
export async function unitTreeAsOf(read: Reader, tenantId: TenantId, date: CalendarDate): Promise<UnitOnDate[]> {
  return treeOn(await loadTree(read, tenantId), date, unitOrder)
}

/** Who holds which post on a day, by unit-independent order of given names; one row per holding. */
export async function holdingsAsOf(
  read: Reader,
  tenantId: TenantId,
  date: CalendarDate,
  only: { readonly people?: readonly PersonId[]; readonly units?: readonly UnitId[] } = {},
): Promise<HoldingOnDate[]> {
  if (only.people?.length === 0 || only.units?.length === 0) return []
  let query = read
    .selectFrom('organisation_holding as h')
    .innerJoin('organisation_post as p', (join) => join.onRef('p.tenant_id', '=', 'h.tenant_id').onRef('p.id', '=', 'h.post_id').on('p.tenant_id', '=', tenantId))
    .innerJoin('organisation_person as x', (join) => join.onRef('x.tenant_id', '=', 'h.tenant_id').onRef('x.id', '=', 'h.person_id').on('x.tenant_id', '=', tenantId))
    .where('h.tenant_id', '=', tenantId)
    .where('h.valid_from', '<=', date)
    .where((where) => where.or([where('h.valid_to', 'is', null), where('h.valid_to', '>=', date)]))
    .select([
      'h.id', 'h.person_id', 'x.code as person_code', 'x.full_name', 'x.sort_name', 'h.post_id', 'p.code as post_code', 'p.title', 'p.role',
      'p.is_leader', 'p.public_contact', 'p.peer_group', 'p.unit_id', 'h.status', 'h.is_primary', 'h.valid_from', 'h.valid_to',
    ])
    .orderBy('x.sort_name')
    .orderBy('h.id')
  if (only.people !== undefined) query = query.where('h.person_id', 'in', [...only.people])
  if (only.units !== undefined) query = query.where('p.unit_id', 'in', [...only.units])
  return (await query.execute()).map((row) => ({
    holdingId: row.id as HoldingId,
    personId: row.person_id as PersonId,
    personCode: row.person_code,
    fullName: row.full_name,
    sortName: row.sort_name,
    postId: row.post_id as PostId,
    postCode: row.post_code,
    title: row.title,
    role: row.role as PostRole,
    isHead: row.role === 'head',
    isLeader: row.is_leader,
    publicContact: row.public_contact,
    peerGroup: row.peer_group,
    unitId: row.unit_id as UnitId,
    status: row.status as HoldingStatus,
    isPrimary: row.is_primary,
    from: row.valid_from as CalendarDate,
    to: row.valid_to as CalendarDate | null,
  }))
}

/** Posts somebody holds on a day, for rights that follow from posts. */
export async function postsHeld(read: Reader, tenantId: TenantId, personId: PersonId, date: CalendarDate): Promise<HeldPost[]> {
  const rows = await read
    .selectFrom('organisation_holding as h')
    .innerJoin('organisation_post as p', (join) => join.onRef('p.tenant_id', '=', 'h.tenant_id').onRef('p.id', '=', 'h.post_id').on('p.tenant_id', '=', tenantId))
    .where('h.tenant_id', '=', tenantId)
    .where('h.person_id', '=', personId)
    .where('h.valid_from', '<=', date)
    .where((where) => where.or([where('h.valid_to', 'is', null), where('h.valid_to', '>=', date)]))
    .select(['p.id', 'p.unit_id', 'p.role'])
    .execute()
  return rows.map((row) => ({ postId: row.id as PostId, unitId: row.unit_id as UnitId, isHead: row.role === 'head' }))
}

/** A name for each id that exists; people of this tenant only. */
export async function personNames(read: Reader, tenantId: TenantId, ids: readonly PersonId[]): Promise<Map<PersonId, { fullName: string; code: string; sortName: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await read.selectFrom('organisation_person').where('tenant_id', '=', tenantId).where('id', 'in', [...ids]).select(['id', 'full_name', 'code', 'sort_name']).execute()
  return new Map(rows.map((row) => [row.id as PersonId, { fullName: row.full_name, code: row.code, sortName: row.sort_name }]))
}

/** The person with this code, or undefined. */
export async function personOfCode(read: Reader, tenantId: TenantId, code: string): Promise<PersonId | undefined> {
  const row = await read.selectFrom('organisation_person').where('tenant_id', '=', tenantId).where('code', '=', code).select('id').executeTakeFirst()
  return row?.id as PersonId | undefined
}

/** Absences of these people that touch a stretch of time (Decree 335/2025, article 11); both days included. */
export async function absencesWithin(
  read: Reader,
  tenantId: TenantId,
  people: readonly PersonId[],
  from: CalendarDate,
  to: CalendarDate,
): Promise<{ personId: PersonId; kind: AbsenceKind; from: CalendarDate; to: CalendarDate; decisionNumber: string }[]> {
  const rows = await read
    .selectFrom('organisation_absence')
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`person_id = any(${[...people]}::uuid[])`)
    .where('valid_from', '<=', to)
    .where('valid_to', '>=', from)
    .selectAll()
    .orderBy('valid_from')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    kind: row.kind as AbsenceKind,
    from: row.valid_from as CalendarDate,
    to: row.valid_to as CalendarDate,
    decisionNumber: row.decision_number,
  }))
}
