import type { z } from 'zod'
import type { UnitId } from '#kernel/id.ts'
import type { UnitOnDate } from '#modules/organisation/server/index.ts'
import type { productView } from '../../contract/task-routes.ts'
import { shortPoints, showCoefficient } from '../../domain/catalogue.ts'
import type { Product } from './product-rows.ts'

/** A product as screens get it. A unit that no longer exists has no name to show. */
export function viewOfProduct(product: Product, unitNames: ReadonlyMap<UnitId, string>): z.input<typeof productView> {
  return {
    id: product.id,
    version: product.version,
    code: product.code,
    name: product.name,
    part: product.part,
    unit: product.unitId === null ? null : { id: product.unitId, name: unitNames.get(product.unitId) ?? '' },
    field: product.field,
    unitOfCount: product.unitOfCount,
    complexityGroup: product.complexityGroup,
    points: shortPoints(product.points),
    coefficient: product.coefficient,
    coefficientShown: showCoefficient(product.coefficient),
    status: product.status,
    decisionNumber: product.decisionNumber,
  }
}

/** Names by id of the units of a day. */
export function namesOf(units: readonly UnitOnDate[]): Map<UnitId, string> {
  return new Map(units.map((unit) => [unit.id, unit.name]))
}
