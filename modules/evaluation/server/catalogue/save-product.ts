import type { ProductId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { command, type CommandContext } from '#platform/http/handler.ts'
import { catalogueRoutes } from '../../contract/task-routes.ts'
import { coefficientOf, requireInGroup, shortPoints } from '../../domain/catalogue.ts'
import { requireManagesCatalogue, requireUnit } from './catalogue-rights.ts'
import { lockCatalogue, lockCatalogueOfProduct, requireCatalogue, type Catalogue } from './catalogue-rows.ts'
import { isCodeTaken, productById, putProducts, searchText } from './product-rows.ts'

type Context = CommandContext<typeof catalogueRoutes.saveProduct>

/** Adds or changes a product. Its coefficient follows from its points; tasks already assigned keep the one they have. */
export const saveProduct = command(catalogueRoutes.saveProduct, async (context) => {
  const { body, actor, tx, read, today } = context
  await requireManagesCatalogue(read, actor, today)
  const catalogue =
    body.id === null
      ? await lockCatalogue(tx, actor.tenantId, (await requireCatalogue(read, actor.tenantId, body.on, today)).id)
      : await lockCatalogueOfProduct(tx, actor.tenantId, body.id)
  requireInGroup(catalogue.groups, body.complexityGroup, body.points)
  await requireUnit(read, actor, body.unitId, today, () => true)
  if (await isCodeTaken(read, actor.tenantId, catalogue.id, body.code, body.id)) refuse('evaluation.product.code-taken', { code: body.code })
  const coefficient = coefficientOf(body.points, catalogue.standardPoints)
  return body.id === null ? add(context, catalogue, coefficient) : change(context, body.id, coefficient)
})

async function add({ body, actor, tx, newId, record }: Context, catalogue: Catalogue, coefficient: string) {
  const id = newId<'product'>()
  await putProducts(tx, actor.tenantId, catalogue.id, [{ ...body, coefficient, status: 'approved' }], () => id)
  record({ action: 'evaluation.product.added', subject: { kind: 'product', id }, data: { code: body.code, points: body.points, coefficient } })
  return { id, version: 1, coefficient }
}

async function change({ body, actor, tx, read, record }: Context, id: ProductId, coefficient: string) {
  const known = (await productById(read, actor.tenantId, id)) ?? refuse('platform.not-found')
  if (known.version !== body.version) {
    const { version, code, name, complexityGroup, points, status } = known
    refuse('evaluation.product.changed', { version, code, name, complexityGroup, points: shortPoints(points), status })
  }
  const version = known.version + 1
  await tx
    .updateTable('evaluation_product')
    .set({
      code: body.code,
      name: body.name,
      folded_name: searchText(body.code, body.name),
      part: body.part,
      unit_id: body.unitId,
      field: body.field,
      unit_of_count: body.unitOfCount,
      complexity_group: body.complexityGroup,
      points: body.points,
      coefficient,
      decision_number: body.decisionNumber,
      version,
    })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .execute()
  record({
    action: 'evaluation.product.changed',
    subject: { kind: 'product', id },
    data: { version, code: body.code, points: body.points, coefficient, before: { points: shortPoints(known.points), coefficient: known.coefficient } },
  })
  return { id, version, coefficient }
}
