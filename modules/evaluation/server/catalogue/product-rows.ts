import { sql, type Selectable } from 'kysely'
import type { EvaluationProduct } from '#database/types.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { CatalogueId, Id, ProductId, TenantId, UnitId } from '#kernel/id.ts'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { ProductPart, ProductStatus } from '../../domain/catalogue.ts'
import type { ProductFacts } from '../../domain/catalogue-import.ts'

/** A product as stored. Points as PostgreSQL writes them, coefficient "n/d". */
export interface Product extends ProductFacts {
  readonly id: ProductId
  readonly catalogueId: CatalogueId
  readonly version: number
  readonly coefficient: string
}

export type ProductRow = Selectable<EvaluationProduct>

export function productOf(row: ProductRow): Product {
  return {
    id: row.id as ProductId,
    catalogueId: row.catalogue_id as CatalogueId,
    version: row.version,
    code: row.code,
    name: row.name,
    part: row.part as ProductPart,
    unitId: row.unit_id as UnitId | null,
    field: row.field,
    unitOfCount: row.unit_of_count,
    complexityGroup: row.complexity_group,
    points: row.points,
    coefficient: row.coefficient,
    status: row.status as ProductStatus,
    decisionNumber: row.decision_number,
  }
}

/** Every product of a catalogue, by code. */
export async function productsOf(read: Reader, tenantId: TenantId, catalogueId: CatalogueId): Promise<Product[]> {
  const rows = await read.selectFrom('evaluation_product').selectAll().where('tenant_id', '=', tenantId).where('catalogue_id', '=', catalogueId).orderBy('code').execute()
  return rows.map(productOf)
}

/** The product with this id, if any. */
export async function productById(read: Reader, tenantId: TenantId, id: ProductId): Promise<Product | undefined> {
  const row = await read.selectFrom('evaluation_product').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : productOf(row)
}

/** The product with this id if it is approved and its catalogue is in force on the day. */
export async function productInForce(read: Reader, tenantId: TenantId, id: ProductId, date: CalendarDate): Promise<Product | undefined> {
  const row = await read
    .selectFrom('evaluation_product as p')
    .innerJoin('evaluation_catalogue as c', (join) => join.onRef('c.tenant_id', '=', 'p.tenant_id').onRef('c.id', '=', 'p.catalogue_id').on('c.tenant_id', '=', tenantId))
    .where('p.tenant_id', '=', tenantId)
    .where('p.id', '=', id)
    .where('p.status', '=', 'approved')
    .where('c.valid_from', '<=', date)
    .where((where) => where.or([where('c.valid_to', 'is', null), where('c.valid_to', '>=', date)]))
    .selectAll('p')
    .executeTakeFirst()
  return row === undefined ? undefined : productOf(row)
}

/** Whether another product of the catalogue has this code. */
export async function isCodeTaken(read: Reader, tenantId: TenantId, catalogueId: CatalogueId, code: string, except: ProductId | null): Promise<boolean> {
  const row = await read
    .selectFrom('evaluation_product')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('catalogue_id', '=', catalogueId)
    .where('code', '=', code)
    .executeTakeFirst()
  return row !== undefined && row.id !== except
}

/** What the search looks in: code and name without marks. */
export function searchText(code: string, name: string): string {
  return foldVietnamese(`${code} ${name}`)
}

/** A product ready to be stored. */
export type ProductToStore = ProductFacts & { readonly coefficient: string }

/** Stores products by code, all in one statement: new ones get the ids made by `newId`, known ones are changed. */
export async function putProducts(tx: Tx<'evaluation'>, tenantId: TenantId, catalogueId: CatalogueId, products: readonly ProductToStore[], newId: () => Id<'product'>): Promise<void> {
  if (products.length === 0) return
  const rows = products.map((product) => ({
    id: newId(),
    code: product.code,
    name: product.name,
    folded_name: searchText(product.code, product.name),
    part: product.part,
    unit_id: product.unitId,
    field: product.field,
    unit_of_count: product.unitOfCount,
    complexity_group: product.complexityGroup,
    points: product.points,
    coefficient: product.coefficient,
    status: product.status,
    decision_number: product.decisionNumber,
  }))
  await sql`
    insert into evaluation_product (tenant_id, id, catalogue_id, code, name, folded_name, part, unit_id, field, unit_of_count,
      complexity_group, points, coefficient, status, decision_number)
    select ${tenantId}::uuid, r.id, ${catalogueId}::uuid, r.code, r.name, r.folded_name, r.part, r.unit_id, r.field, r.unit_of_count,
      r.complexity_group, r.points, r.coefficient, r.status, r.decision_number
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, code text, name text, folded_name text, part text, unit_id uuid,
      field text, unit_of_count text, complexity_group text, points numeric, coefficient text, status text, decision_number text)
    on conflict (tenant_id, catalogue_id, code) do update set
      name = excluded.name, folded_name = excluded.folded_name, part = excluded.part, unit_id = excluded.unit_id, field = excluded.field,
      unit_of_count = excluded.unit_of_count, complexity_group = excluded.complexity_group, points = excluded.points,
      coefficient = excluded.coefficient, status = excluded.status, decision_number = excluded.decision_number,
      version = evaluation_product.version + 1`.execute(tx)
}
