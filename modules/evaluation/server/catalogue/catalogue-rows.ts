import type { Selectable } from 'kysely'
import type { EvaluationCatalogue } from '#database/types.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { CatalogueId, ProductId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { ComplexityGroup, GroupUse } from '../../domain/catalogue.ts'

/** A catalogue (Danh mục sản phẩm/công việc) as stored. */
export interface Catalogue {
  readonly id: CatalogueId
  readonly version: number
  readonly name: string
  readonly decisionNumber: string
  readonly decisionDate: CalendarDate
  readonly issuer: string
  readonly validFrom: CalendarDate
  readonly validTo: CalendarDate | null
  readonly standardProduct: string
  readonly standardPoints: string
  readonly groups: readonly ComplexityGroup[]
}

function catalogueOf(row: Selectable<EvaluationCatalogue>): Catalogue {
  return {
    id: row.id as CatalogueId,
    version: row.version,
    name: row.name,
    decisionNumber: row.decision_number,
    decisionDate: row.decision_date as CalendarDate,
    issuer: row.issuer,
    validFrom: row.valid_from as CalendarDate,
    validTo: row.valid_to as CalendarDate | null,
    standardProduct: row.standard_product,
    standardPoints: row.standard_points,
    groups: row.groups as unknown as ComplexityGroup[],
  }
}

/** The catalogue in force on a day. */
export async function catalogueInForce(read: Reader, tenantId: TenantId, date: CalendarDate): Promise<Catalogue | undefined> {
  const row = await read
    .selectFrom('evaluation_catalogue')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('valid_from', '<=', date)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', date)]))
    .executeTakeFirst()
  return row === undefined ? undefined : catalogueOf(row)
}

/** The catalogue of the day asked for; without one, today's, else the next to come. */
export async function workingCatalogue(read: Reader, tenantId: TenantId, on: CalendarDate | undefined, today: CalendarDate): Promise<Catalogue | undefined> {
  const found = await catalogueInForce(read, tenantId, on ?? today)
  if (found !== undefined || on !== undefined) return found
  const next = await read
    .selectFrom('evaluation_catalogue')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('valid_from', '>', today)
    .orderBy('valid_from')
    .limit(1)
    .executeTakeFirst()
  return next === undefined ? undefined : catalogueOf(next)
}

/** {@link workingCatalogue}, refusing when there is none. */
export async function requireCatalogue(read: Reader, tenantId: TenantId, on: CalendarDate | undefined, today: CalendarDate): Promise<Catalogue> {
  return (await workingCatalogue(read, tenantId, on, today)) ?? refuse('evaluation.catalogue.none', { on: on ?? today })
}

/** Every catalogue, by first day. */
export async function allCatalogues(read: Reader, tenantId: TenantId): Promise<Catalogue[]> {
  return (await read.selectFrom('evaluation_catalogue').selectAll().where('tenant_id', '=', tenantId).orderBy('valid_from').execute()).map(catalogueOf)
}

/** Locks a catalogue, so that acts on it and its products are judged one after the other, and reads it again. */
export async function lockCatalogue(tx: Tx<'evaluation'>, tenantId: TenantId, id: CatalogueId): Promise<Catalogue> {
  const row = await tx.selectFrom('evaluation_catalogue').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row === undefined ? refuse('platform.not-found') : catalogueOf(row)
}

/** The catalogue a product stands in, locked. */
export async function lockCatalogueOfProduct(tx: Tx<'evaluation'>, tenantId: TenantId, productId: ProductId): Promise<Catalogue> {
  const row = await tx.selectFrom('evaluation_product').select('catalogue_id').where('tenant_id', '=', tenantId).where('id', '=', productId).executeTakeFirst()
  return row === undefined ? refuse('platform.not-found') : lockCatalogue(tx, tenantId, row.catalogue_id as CatalogueId)
}

/** How the products of a catalogue, retired ones included, use its groups. */
export async function groupUses(read: Reader, tenantId: TenantId, id: CatalogueId): Promise<GroupUse[]> {
  const rows = await read
    .selectFrom('evaluation_product')
    .where('tenant_id', '=', tenantId)
    .where('catalogue_id', '=', id)
    .groupBy('complexity_group')
    .select((each) => ['complexity_group', each.fn.countAll<number>().as('products'), each.fn.max('points').as('most')])
    .execute()
  return rows.map((row) => ({ group: row.complexity_group, products: Number(row.products), mostPoints: String(row.most) }))
}
