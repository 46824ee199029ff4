import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { HoldingId, PersonId, PostId, TenantId, UnitId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Absence, AbsenceId } from '../domain/absence.ts'
import type { Person } from '../domain/person.ts'
import type { Holding, Post } from '../domain/post.ts'
import type { AbsenceKind, HoldingStatus, PostRole, Sex } from '../domain/reference-lists.ts'
import type { Unit, UnitSpan, UnitTree } from '../domain/unit-tree.ts'

const day = (text: string): CalendarDate => text as CalendarDate
const dayOrNull = (text: string | null): CalendarDate | null => text as CalendarDate | null

/** Every unit the tenant ever had, in the order of their codes. */
export async function loadTree(read: Reader, tenantId: TenantId): Promise<UnitTree> {
  const units = await read.selectFrom('organisation_unit').where('tenant_id', '=', tenantId).select(['id', 'code', 'version']).orderBy('code').execute()
  const spans = await read
    .selectFrom('organisation_unit_span')
    .where('tenant_id', '=', tenantId)
    .select(['unit_id', 'parent_id', 'name', 'short_name', 'kind', 'level', 'valid_from', 'valid_to'])
    .orderBy('valid_from')
    .execute()
  const spansOf = new Map<string, UnitSpan[]>()
  for (const row of spans) {
    const span: UnitSpan = {
      name: row.name,
      shortName: row.short_name,
      kind: row.kind,
      level: row.level,
      parentId: row.parent_id as UnitId | null,
      from: day(row.valid_from),
      to: dayOrNull(row.valid_to),
    }
    const known = spansOf.get(row.unit_id)
    if (known === undefined) spansOf.set(row.unit_id, [span])
    else known.push(span)
  }
  const tree = new Map<UnitId, Unit>()
  for (const row of units) {
    const id = row.id as UnitId
    const found = spansOf.get(row.id)
    if (found !== undefined) tree.set(id, { id, code: row.code, version: row.version, spans: found })
  }
  return tree
}

const postColumns = ['id', 'code', 'version', 'unit_id', 'title', 'role', 'is_leader', 'public_contact', 'peer_group', 'places', 'valid_from', 'valid_to'] as const

interface PostRow {
  id: string
  code: string
  version: number
  unit_id: string
  title: string
  role: string
  is_leader: boolean
  public_contact: boolean
  peer_group: string
  places: number
  valid_from: string
  valid_to: string | null
}

function postOf(row: PostRow): Post {
  return {
    id: row.id as PostId,
    code: row.code,
    version: row.version,
    unitId: row.unit_id as UnitId,
    title: row.title,
    role: row.role as PostRole,
    isLeader: row.is_leader,
    publicContact: row.public_contact,
    peerGroup: row.peer_group,
    places: row.places,
    from: day(row.valid_from),
    to: dayOrNull(row.valid_to),
  }
}

/** All posts, those of some units, or those with some ids. */
export async function loadPosts(read: Reader, tenantId: TenantId, only: { units?: readonly UnitId[]; ids?: readonly PostId[]; code?: string } = {}): Promise<Post[]> {
  let query = read.selectFrom('organisation_post').where('tenant_id', '=', tenantId).select(postColumns).orderBy('code')
  if (only.units !== undefined) query = query.where('unit_id', 'in', nonEmpty(only.units))
  if (only.ids !== undefined) query = query.where('id', 'in', nonEmpty(only.ids))
  if (only.code !== undefined) query = query.where('code', '=', only.code)
  return (await query.execute()).map(postOf)
}

const holdingColumns = ['id', 'version', 'person_id', 'post_id', 'status', 'is_primary', 'valid_from', 'valid_to', 'decision_number', 'decision_date'] as const

interface HoldingRow {
  id: string
  version: number
  person_id: string
  post_id: string
  status: string
  is_primary: boolean
  valid_from: string
  valid_to: string | null
  decision_number: string
  decision_date: string | null
}

function holdingOf(row: HoldingRow): Holding {
  return {
    id: row.id as HoldingId,
    version: row.version,
    personId: row.person_id as PersonId,
    postId: row.post_id as PostId,
    status: row.status as HoldingStatus,
    isPrimary: row.is_primary,
    from: day(row.valid_from),
    to: dayOrNull(row.valid_to),
    decisionNumber: row.decision_number,
    decisionDate: dayOrNull(row.decision_date),
  }
}

/** All holdings, or those of some people, posts or ids; earliest first. */
export async function loadHoldings(
  read: Reader,
  tenantId: TenantId,
  only: { people?: readonly PersonId[]; posts?: readonly PostId[]; ids?: readonly HoldingId[] } = {},
): Promise<Holding[]> {
  let query = read.selectFrom('organisation_holding').where('tenant_id', '=', tenantId).select(holdingColumns).orderBy('valid_from').orderBy('id')
  if (only.people !== undefined) query = query.where('person_id', 'in', nonEmpty(only.people))
  if (only.posts !== undefined) query = query.where('post_id', 'in', nonEmpty(only.posts))
  if (only.ids !== undefined) query = query.where('id', 'in', nonEmpty(only.ids))
  return (await query.execute()).map(holdingOf)
}

/** Absences of a person, latest first, or one by its id. */
export async function loadAbsences(read: Reader, tenantId: TenantId, only: { readonly personId: PersonId } | { readonly id: AbsenceId }): Promise<Absence[]> {
  const rows = await read
    .selectFrom('organisation_absence')
    .where('tenant_id', '=', tenantId)
    .where('id' in only ? 'id' : 'person_id', '=', 'id' in only ? only.id : only.personId)
    .select(['id', 'version', 'person_id', 'kind', 'valid_from', 'valid_to', 'decision_number'])
    .orderBy('valid_from', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id as AbsenceId,
    version: row.version,
    personId: row.person_id as PersonId,
    kind: row.kind as AbsenceKind,
    from: day(row.valid_from),
    to: day(row.valid_to),
    decisionNumber: row.decision_number,
  }))
}

/** All people, or some by id or code. */
export async function loadPeople(read: Reader, tenantId: TenantId, only: { ids?: readonly PersonId[]; code?: string } = {}): Promise<Person[]> {
  let query = read
    .selectFrom('organisation_person')
    .where('tenant_id', '=', tenantId)
    .select(['id', 'code', 'version', 'full_name', 'sex', 'birth_date'])
    .orderBy('sort_name')
    .orderBy('id')
  if (only.ids !== undefined) query = query.where('id', 'in', nonEmpty(only.ids))
  if (only.code !== undefined) query = query.where('code', '=', only.code)
  return (await query.execute()).map((row) => ({
    id: row.id as PersonId,
    code: row.code,
    version: row.version,
    fullName: row.full_name,
    sex: row.sex as Sex | null,
    birthDate: dayOrNull(row.birth_date),
  }))
}

// No row has it: `in ()` is not SQL.
const nobody = '00000000-0000-0000-0000-000000000000'

function nonEmpty<Id extends string>(ids: readonly Id[]): Id[] {
  return ids.length === 0 ? [nobody as Id] : [...ids]
}
