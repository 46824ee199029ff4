import { holdsOver } from '#kernel/actor.ts'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { catalogueRoutes } from '../../contract/task-routes.ts'
import { coefficientOf, requireInGroup } from '../../domain/catalogue.ts'
import { requireUnit } from './catalogue-rights.ts'
import { lockCatalogue, requireCatalogue } from './catalogue-rows.ts'
import { isCodeTaken, putProducts } from './product-rows.ts'

/** A head reports work outside the catalogue for the authority to add (article 13.3). Nobody can be given it before. */
export const proposeProduct = command(catalogueRoutes.proposeProduct, async ({ body, actor, tx, read, today, newId, record }) => {
  const catalogue = await lockCatalogue(tx, actor.tenantId, (await requireCatalogue(read, actor.tenantId, undefined, today)).id)
  requireInGroup(catalogue.groups, body.complexityGroup, body.points)
  await requireUnit(read, actor, body.unitId, today, (lineage) => holdsOver(actor, 'evaluation:assign', lineage))
  if (await isCodeTaken(read, actor.tenantId, catalogue.id, body.code, null)) refuse('evaluation.product.code-taken', { code: body.code })
  const id = newId<'product'>()
  const coefficient = coefficientOf(body.points, catalogue.standardPoints)
  await putProducts(tx, actor.tenantId, catalogue.id, [{ ...body, coefficient, decisionNumber: '', status: 'proposed' }], () => id)
  record({ action: 'evaluation.product.proposed', subject: { kind: 'product', id }, data: { code: body.code, points: body.points, coefficient } })
  return { id, version: 1 }
})
