import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { foldVietnamese, sortNameOf } from '#kernel/vietnamese.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Absence } from '../domain/absence.ts'
import type { Person } from '../domain/person.ts'
import type { Holding, Post } from '../domain/post.ts'
import type { AbsenceKind, UnitChangeKind } from '../domain/reference-lists.ts'
import type { Unit } from '../domain/unit-tree.ts'

/** An absence as stored. */
export interface AbsenceRow {
  readonly personId: PersonId
  readonly kind: AbsenceKind
  readonly from: string
  readonly to: string
  readonly decisionNumber: string
}

/** A reorganisation as stored, with its lineage. */
export interface UnitChangeRow {
  readonly id: string
  readonly kind: UnitChangeKind
  readonly effectiveOn: string
  readonly documentNumber: string
  readonly documentDate: string | null
  readonly note: string
  readonly predecessors: readonly UnitId[]
  readonly successors: readonly UnitId[]
}

// One parameter per statement whatever the number of rows; 5,000 rows keep it under a few megabytes.
const rowsAtOnce = 5_000

async function inChunks<Row>(rows: readonly Row[], write: (json: string) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) await write(JSON.stringify(rows.slice(start, start + rowsAtOnce)))
}

/** Inserts units or overwrites those with the same id, stretches included. */
export async function putUnits(tx: Tx<'organisation'>, tenantId: TenantId, units: readonly Unit[]): Promise<void> {
  await inChunks(
    units.map(({ id, code, version }) => ({ id, code, version })),
    (json) => sql`insert into organisation_unit (tenant_id, id, code, version)
      select ${tenantId}::uuid, r.id, r.code, r.version from jsonb_to_recordset(${json}::jsonb) as r(id uuid, code text, version int)
      on conflict (tenant_id, id) do update set code = excluded.code, version = excluded.version`.execute(tx),
  )
  await inChunks(units.map((unit) => unit.id), (json) =>
    sql`delete from organisation_unit_span where tenant_id = ${tenantId}
      and unit_id in (select value::uuid from jsonb_array_elements_text(${json}::jsonb))`.execute(tx),
  )
  const spans = units.flatMap((unit) =>
    unit.spans.map((span) => ({
      id: uuidv7(),
      unit_id: unit.id,
      parent_id: span.parentId,
      name: span.name,
      folded_name: foldVietnamese(`${span.name} ${span.shortName}`),
      short_name: span.shortName,
      kind: span.kind,
      level: span.level,
      valid_from: span.from,
      valid_to: span.to,
    })),
  )
  await inChunks(spans, (json) =>
    sql`insert into organisation_unit_span
        (tenant_id, id, unit_id, parent_id, name, folded_name, short_name, kind, level, valid_from, valid_to)
      select ${tenantId}::uuid, r.* from jsonb_to_recordset(${json}::jsonb) as r(id uuid, unit_id uuid, parent_id uuid, name text,
        folded_name text, short_name text, kind text, level text, valid_from date, valid_to date)`.execute(tx),
  )
}

/** Inserts posts or overwrites those with the same id. */
export async function putPosts(tx: Tx<'organisation'>, tenantId: TenantId, posts: readonly Post[]): Promise<void> {
  const rows = posts.map((post) => ({
    id: post.id,
    code: post.code,
    unit_id: post.unitId,
    title: post.title,
    role: post.role,
    is_leader: post.isLeader,
    public_contact: post.publicContact,
    peer_group: post.peerGroup,
    places: post.places,
    valid_from: post.from,
    valid_to: post.to,
    version: post.version,
  }))
  await inChunks(rows, (json) =>
    sql`insert into organisation_post
        (tenant_id, id, code, unit_id, title, role, is_leader, public_contact, peer_group, places, valid_from, valid_to, version)
      select ${tenantId}::uuid, r.* from jsonb_to_recordset(${json}::jsonb) as r(id uuid, code text, unit_id uuid, title text, role text,
        is_leader boolean, public_contact boolean, peer_group text, places int, valid_from date, valid_to date, version int)
      on conflict (tenant_id, id) do update set code = excluded.code, unit_id = excluded.unit_id, title = excluded.title,
        role = excluded.role, is_leader = excluded.is_leader, public_contact = excluded.public_contact,
        peer_group = excluded.peer_group, places = excluded.places, valid_from = excluded.valid_from,
        valid_to = excluded.valid_to, version = excluded.version`.execute(tx),
  )
}

/** Inserts people or overwrites those with the same id; fills the columns for sorting and search. */
export async function putPeople(tx: Tx<'organisation'>, tenantId: TenantId, people: readonly Person[]): Promise<void> {
  const rows = people.map((person) => ({
    id: person.id,
    code: person.code,
    full_name: person.fullName,
    sort_name: sortNameOf(person.fullName),
    folded_name: foldVietnamese(person.fullName),
    sex: person.sex,
    birth_date: person.birthDate,
    version: person.version,
  }))
  await inChunks(rows, (json) =>
    sql`insert into organisation_person (tenant_id, id, code, full_name, sort_name, folded_name, sex, birth_date, version)
      select ${tenantId}::uuid, r.* from jsonb_to_recordset(${json}::jsonb) as r(id uuid, code text, full_name text, sort_name text,
        folded_name text, sex text, birth_date date, version int)
      on conflict (tenant_id, id) do update set code = excluded.code, full_name = excluded.full_name, sort_name = excluded.sort_name,
        folded_name = excluded.folded_name, sex = excluded.sex, birth_date = excluded.birth_date, version = excluded.version`.execute(tx),
  )
}

/** Inserts holdings or overwrites those with the same id. */
export async function putHoldings(tx: Tx<'organisation'>, tenantId: TenantId, holdings: readonly Holding[]): Promise<void> {
  const rows = holdings.map((holding) => ({
    id: holding.id,
    person_id: holding.personId,
    post_id: holding.postId,
    status: holding.status,
    is_primary: holding.isPrimary,
    valid_from: holding.from,
    valid_to: holding.to,
    decision_number: holding.decisionNumber,
    decision_date: holding.decisionDate,
    version: holding.version,
  }))
  await inChunks(rows, (json) =>
    sql`insert into organisation_holding
        (tenant_id, id, person_id, post_id, status, is_primary, valid_from, valid_to, decision_number, decision_date, version)
      select ${tenantId}::uuid, r.* from jsonb_to_recordset(${json}::jsonb) as r(id uuid, person_id uuid, post_id uuid, status text,
        is_primary boolean, valid_from date, valid_to date, decision_number text, decision_date date, version int)
      on conflict (tenant_id, id) do update set person_id = excluded.person_id, post_id = excluded.post_id, status = excluded.status,
        is_primary = excluded.is_primary, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
        decision_number = excluded.decision_number, decision_date = excluded.decision_date, version = excluded.version`.execute(tx),
  )
}

/** Inserts an absence or overwrites the one with the same id. */
export async function putAbsence(tx: Tx<'organisation'>, tenantId: TenantId, absence: Absence): Promise<void> {
  const fields = { kind: absence.kind, valid_from: absence.from, valid_to: absence.to, decision_number: absence.decisionNumber, version: absence.version }
  await tx
    .insertInto('organisation_absence')
    .values({ tenant_id: tenantId, id: absence.id, person_id: absence.personId, ...fields })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(fields))
    .execute()
}

/** Takes the person's row for this transaction; false when there is no such person. */
export async function lockPerson(tx: Tx<'organisation'>, tenantId: TenantId, personId: PersonId): Promise<boolean> {
  const row = await tx.selectFrom('organisation_person').where('tenant_id', '=', tenantId).where('id', '=', personId).select('id').forUpdate().executeTakeFirst()
  return row !== undefined
}

/** Inserts absences. */
export async function insertAbsences(tx: Tx<'organisation'>, tenantId: TenantId, absences: readonly AbsenceRow[]): Promise<void> {
  const rows = absences.map((absence) => ({
    id: uuidv7(),
    person_id: absence.personId,
    kind: absence.kind,
    valid_from: absence.from,
    valid_to: absence.to,
    decision_number: absence.decisionNumber,
  }))
  await inChunks(rows, (json) =>
    sql`insert into organisation_absence (tenant_id, id, person_id, kind, valid_from, valid_to, decision_number)
      select ${tenantId}::uuid, r.* from jsonb_to_recordset(${json}::jsonb) as r(id uuid, person_id uuid, kind text,
        valid_from date, valid_to date, decision_number text)`.execute(tx),
  )
}

/** Inserts reorganisations with their lineage. */
export async function insertUnitChanges(tx: Tx<'organisation'>, tenantId: TenantId, changes: readonly UnitChangeRow[]): Promise<void> {
  for (const change of changes) {
    await tx
      .insertInto('organisation_unit_change')
      .values({
        tenant_id: tenantId,
        id: change.id,
        kind: change.kind,
        effective_on: change.effectiveOn,
        document_number: change.documentNumber,
        document_date: change.documentDate,
        note: change.note,
      })
      .execute()
    const sides = [
      ...change.predecessors.map((unitId) => ({ unit_id: unitId, side: 'predecessor' })),
      ...change.successors.map((unitId) => ({ unit_id: unitId, side: 'successor' })),
    ]
    if (sides.length === 0) continue
    await tx
      .insertInto('organisation_unit_change_unit')
      .values(sides.map((side) => ({ tenant_id: tenantId, change_id: change.id, ...side })))
      .execute()
  }
}

/**
 * Takes the tenant's organisation for this transaction alone and counts the act; every writing act begins with it,
 * so that two moves which together would make a cycle are judged one after the other. Returns the new version.
 */
export async function lockStructure(tx: Tx<'organisation'>, tenantId: TenantId): Promise<number> {
  const row = await tx
    .insertInto('organisation_structure')
    .values({ tenant_id: tenantId, version: 1 })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ version: sql`organisation_structure.version + 1` }))
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

