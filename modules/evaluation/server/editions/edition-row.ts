import type { z } from 'zod'
import { scopeOf, type Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Id, PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { availableActs } from '#kernel/transition.ts'
import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { editionRow } from '../../contract/edition-routes.ts'
import { editionTransitions, holdsOverBody, type EditionRight, type EditionStatus } from '../../domain/edition.ts'
import type { Bilingual } from '../../domain/rulebook/expression.ts'

export type EditionId = Id<'edition'>

/** A version of a body's own rulebook as stored. */
export interface Edition {
  readonly id: EditionId
  readonly rulebookId: string
  readonly number: number
  readonly name: Bilingual
  readonly status: EditionStatus
  /** Null once issued: the text is then in evaluation_rulebook. */
  readonly draft: string | null
  readonly hash: string
  readonly basis: { readonly id: string; readonly version: string }
  readonly documentNumber: string
  readonly documentDate: CalendarDate | null
  readonly signer: string
  readonly validFrom: CalendarDate | null
  readonly validTo: CalendarDate | null
  readonly changedAt: Date
  readonly changedBy: PersonId | null
  readonly version: number
}

function selectEditions(read: Reader, tenantId: TenantId) {
  return read.selectFrom('evaluation_rulebook_edition').where('tenant_id', '=', tenantId).select([
    'id', 'rulebook_id', 'number', 'name', 'status', 'hash', 'basis_id', 'basis_version', 'document_number', 'document_date', 'signer',
    'valid_from', 'valid_to', 'changed_at', 'changed_by', 'version',
  ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectEditions>['execute']>>[number] & { readonly source?: string | null }

function editionOf(row: Row): Edition {
  return {
    id: row.id as EditionId,
    rulebookId: row.rulebook_id,
    number: row.number,
    name: row.name as unknown as Bilingual,
    status: row.status as EditionStatus,
    draft: row.source ?? null,
    hash: row.hash,
    basis: { id: row.basis_id, version: row.basis_version },
    documentNumber: row.document_number,
    documentDate: row.document_date as CalendarDate | null,
    signer: row.signer,
    validFrom: row.valid_from as CalendarDate | null,
    validTo: row.valid_to as CalendarDate | null,
    changedAt: row.changed_at as Date,
    changedBy: row.changed_by as PersonId | null,
    version: row.version,
  }
}

/** Every version of every own rulebook, newest number first, without their texts. */
export async function loadEditions(read: Reader, tenantId: TenantId): Promise<Edition[]> {
  const rows = await selectEditions(read, tenantId).orderBy('rulebook_id').orderBy('number', 'desc').execute()
  return rows.map(editionOf)
}

/** One version with its text while it is a draft, or `platform.not-found`. */
export async function loadEdition(read: Reader, tenantId: TenantId, id: EditionId): Promise<Edition> {
  const row = await selectEditions(read, tenantId).select('source').where('id', '=', id).executeTakeFirst()
  return row === undefined ? refuse('platform.not-found') : editionOf(row)
}

/** One version with its row locked until the end of the act. */
export async function lockEdition(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, id: EditionId): Promise<Edition> {
  await tx.selectFrom('evaluation_rulebook_edition').where('tenant_id', '=', tenantId).where('id', '=', id).select('id').forNoKeyUpdate().execute()
  return loadEdition(read, tenantId, id)
}

/** The text of a version: the draft, or what was issued. */
export async function textOf(read: Reader, tenantId: TenantId, edition: Edition): Promise<string> {
  if (edition.draft !== null) return edition.draft
  const row = await read
    .selectFrom('evaluation_rulebook')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', edition.rulebookId)
    .where('version', '=', String(edition.number))
    .select('source')
    .executeTakeFirstOrThrow()
  return row.source
}

/** Refuses when somebody changed the version since it was read. */
export function requireUnchanged(edition: Edition, version: number): void {
  if (edition.version !== version) refuse('evaluation.rulebook.changed', { version: edition.version, status: edition.status, changedAt: edition.changedAt.toISOString() })
}

/** The rights somebody holds over the rulebooks of the whole body. */
export async function rightsOver(actor: Actor, read: Reader, today: CalendarDate): Promise<ReadonlySet<EditionRight>> {
  const rights: readonly EditionRight[] = ['evaluation:rulebooks', 'evaluation:issue']
  const local = rights.some((right) => (scopeOf(actor, right) ?? []).length > 0)
  const tops = new Set<UnitId>(local ? (await unitTreeAsOf(read, actor.tenantId, today)).filter((unit) => unit.parentId === null).map((unit) => unit.id) : [])
  return new Set(rights.filter((right) => holdsOverBody(actor, right, tops)))
}

/** Refuses as not found unless the actor holds one of these rights over the whole body; gives all they hold. */
export async function requireRight(actor: Actor, read: Reader, today: CalendarDate, ...any: readonly EditionRight[]): Promise<ReadonlySet<EditionRight>> {
  const held = await rightsOver(actor, read, today)
  return any.some((right) => held.has(right)) ? held : refuse('platform.not-found')
}

/** A version as lists show it, with what the reader may do. */
export function editionView(edition: Edition, rights: ReadonlySet<EditionRight>, names: ReadonlyMap<PersonId, { readonly fullName: string }>): z.input<typeof editionRow> {
  const { changedBy } = edition
  return {
    id: edition.id,
    rulebookId: edition.rulebookId,
    number: edition.number,
    name: edition.name,
    status: edition.status,
    basis: edition.basis,
    documentNumber: edition.documentNumber,
    documentDate: edition.documentDate,
    signer: edition.signer,
    validFrom: edition.validFrom,
    validTo: edition.validTo,
    changedAt: edition.changedAt.toISOString(),
    changedBy: changedBy === null ? null : { id: changedBy, fullName: names.get(changedBy)?.fullName ?? '' },
    version: edition.version,
    can: availableActs(editionTransitions, edition.status, (right) => rights.has(right)),
  }
}
