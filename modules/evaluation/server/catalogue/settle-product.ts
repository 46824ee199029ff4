import { refuse } from '#kernel/refusal.ts'
import { transit } from '#kernel/transition.ts'
import { tidy } from '#kernel/vietnamese.ts'
import { command } from '#platform/http/handler.ts'
import { catalogueRoutes } from '../../contract/task-routes.ts'
import { productTransitions } from '../../domain/catalogue.ts'
import { requireManagesCatalogue } from './catalogue-rights.ts'
import { lockCatalogueOfProduct } from './catalogue-rows.ts'
import { productById } from './product-rows.ts'

/** Approves a product with the decision that adds it (article 13.3), or retires it; tasks already assigned stay. */
export const settleProduct = command(catalogueRoutes.settleProduct, async ({ params, body, actor, tx, read, today, record }) => {
  await requireManagesCatalogue(read, actor, today)
  const { productId } = params
  await lockCatalogueOfProduct(tx, actor.tenantId, productId)
  const known = (await productById(read, actor.tenantId, productId)) ?? refuse('platform.not-found')
  if (known.version !== body.version) refuse('evaluation.product.changed', { version: known.version, code: known.code, status: known.status })
  transit(productTransitions, body.act, known.status, 'evaluation.product.wrong-status')
  const status = productTransitions[body.act].to
  const decisionNumber = tidy(body.decisionNumber)
  if (body.act === 'approve' && decisionNumber === '') refuse('evaluation.product.decision-needed', { code: known.code, article: '13.3' })
  const version = known.version + 1
  await tx
    .updateTable('evaluation_product')
    .set({ status, version, ...(decisionNumber === '' ? {} : { decision_number: decisionNumber }) })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', productId)
    .execute()
  record({ action: `evaluation.product.${status}`, subject: { kind: 'product', id: productId }, data: { version, code: known.code, decisionNumber } })
  return { version, status }
})
