import { v7 as uuidv7 } from 'uuid'
import { asId, type CatalogueId, type ProductId, type TenantId, type UnitId } from '#kernel/id.ts'
import { toFraction } from '#kernel/rational.ts'
import { readerOf, type Tx } from '#platform/db/database.ts'
import { coefficientOf, pointsOf } from '../../domain/catalogue.ts'
import type { SampleCatalogue } from '../../sample/types.ts'
import { productsOf, putProducts, type ProductToStore } from './product-rows.ts'

/** What the tasks of a sample need of its catalogue. */
export interface SampleProducts {
  readonly catalogueId: CatalogueId
  readonly products: ReadonlyMap<string, ProductId>
}

/** Stores the sample's catalogue in an empty tenant. Throws when it contradicts its own standard product. */
export async function insertSampleCatalogue(tx: Tx<'evaluation'>, tenantId: TenantId, sample: SampleCatalogue, units: ReadonlyMap<string, UnitId>): Promise<SampleProducts> {
  const catalogueId = asId<'catalogue'>(uuidv7())
  const standard = sample.products.find((product) => product.code === sample.standardProduct)
  if (standard === undefined) throw new Error(`sample catalogue: no standard product ${sample.standardProduct}`)
  const standardPoints = String(standard.points)
  await tx
    .insertInto('evaluation_catalogue')
    .values({
      tenant_id: tenantId,
      id: catalogueId,
      name: sample.name,
      decision_number: sample.decisionNumber,
      decision_date: sample.decisionDate,
      issuer: sample.issuer,
      valid_from: sample.effectiveFrom,
      standard_product: standard.name,
      standard_points: standardPoints,
      groups: JSON.stringify(sample.groups.map((group) => ({ code: group.code, name: group.name, maxPoints: String(group.maxPoints) }))),
    })
    .execute()
  const rows = sample.products.map((product): ProductToStore => {
    const points = String(product.points)
    const coefficient = coefficientOf(points, standardPoints)
    if (toFraction(pointsOf(product.coefficient)) !== coefficient) throw new Error(`sample catalogue: coefficient of ${product.code}`)
    return {
      code: product.code,
      name: product.name,
      part: product.part,
      unitId: product.office === null ? null : known(units, product.office),
      field: product.field,
      unitOfCount: product.unitOfCount,
      complexityGroup: product.group,
      points,
      coefficient,
      decisionNumber: '',
      status: 'approved',
    }
  })
  await putProducts(tx, tenantId, catalogueId, rows, () => asId<'product'>(uuidv7()))
  const stored = await productsOf(readerOf(tx), tenantId, catalogueId)
  return { catalogueId, products: new Map(stored.map((product) => [product.code, product.id])) }
}

function known<Value>(map: ReadonlyMap<string, Value>, code: string): Value {
  const value = map.get(code)
  if (value === undefined) throw new Error(`sample catalogue: unknown code ${code}`)
  return value
}
