import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { catalogueRoutes } from '../../contract/task-routes.ts'
import { requireCatalogue } from './catalogue-rows.ts'
import { writeProductWorkbook, xlsx } from './product-workbook.ts'

/** An empty workbook with the catalogue's groups and the units in its drop-down lists. */
export const productTemplate = query(catalogueRoutes.productTemplate, async ({ query: asked, actor, read, today }) => {
  const catalogue = await requireCatalogue(read, actor.tenantId, asked.on, today)
  const bytes = await writeProductWorkbook(catalogue, [], await unitTreeAsOf(read, actor.tenantId, today))
  return { contentType: xlsx, fileName: 'Mẫu danh mục sản phẩm, công việc.xlsx', bytes }
})
