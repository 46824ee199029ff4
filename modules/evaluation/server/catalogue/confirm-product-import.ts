import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { catalogueRoutes } from '../../contract/task-routes.ts'
import { keptFile } from '../keep-file.ts'
import { requireManagesCatalogue } from './catalogue-rights.ts'
import { lockCatalogue, requireCatalogue } from './catalogue-rows.ts'
import { putProducts, type ProductToStore } from './product-rows.ts'
import { checkProductWorkbook } from './read-product-workbook.ts'

/** Stores a checked workbook, all or nothing. It is judged again as things stand now; the same one twice changes nothing. */
export const confirmProductImport = command(catalogueRoutes.confirmProductImport, async ({ params, query: asked, actor, tx, read, today, files, newId, record }) => {
  await requireManagesCatalogue(read, actor, today)
  const bytes = (await keptFile({ read, files, tenantId: actor.tenantId }, params.importId)) ?? refuse('evaluation.import.gone')
  const found = await requireCatalogue(read, actor.tenantId, asked.on, today)
  const catalogue = await lockCatalogue(tx, actor.tenantId, found.id)
  const checked = await checkProductWorkbook(read, actor.tenantId, catalogue, bytes, today)
  if (checked.problems.length > 0) refuse('evaluation.import.faulty', { count: checked.problems.length, problems: checked.problems.slice(0, 20) })
  const toStore = checked.rows.flatMap(({ outcome, product }): ProductToStore[] => (product !== null && outcome !== 'unchanged' ? [product] : []))
  await putProducts(tx, actor.tenantId, catalogue.id, toStore, () => newId<'product'>())
  const unchanged = checked.rows.length - toStore.length
  record({
    action: 'evaluation.catalogue.imported',
    subject: { kind: 'catalogue', id: catalogue.id },
    data: { importId: params.importId, new: checked.rows.filter((row) => row.outcome === 'new').length, stored: toStore.length, unchanged },
  })
  return { stored: toStore.length, unchanged }
})
