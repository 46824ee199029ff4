import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { catalogueRoutes } from '../../contract/task-routes.ts'
import { requireCatalogue } from './catalogue-rows.ts'
import { productsOf } from './product-rows.ts'
import { writeProductWorkbook, xlsx } from './product-workbook.ts'

/** The whole catalogue in the template's format: taken back in, it changes nothing. */
export const exportProducts = query(catalogueRoutes.exportProducts, async ({ query: asked, actor, read, today, record }) => {
  const catalogue = await requireCatalogue(read, actor.tenantId, asked.on, today)
  const products = await productsOf(read, actor.tenantId, catalogue.id)
  const bytes = await writeProductWorkbook(catalogue, products, await unitTreeAsOf(read, actor.tenantId, today))
  record({ action: 'evaluation.catalogue.exported', subject: { kind: 'catalogue', id: catalogue.id }, data: { products: products.length } })
  return { contentType: xlsx, fileName: `Danh mục sản phẩm, công việc ${today}.xlsx`, bytes }
})
