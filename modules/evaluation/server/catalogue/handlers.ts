import type { Handlers } from '#platform/http/handler.ts'
import type { catalogueRoutes } from '../../contract/task-routes.ts'
import { checkProductImport } from './check-product-import.ts'
import { confirmProductImport } from './confirm-product-import.ts'
import { exportProducts } from './export-products.ts'
import { getCatalogue } from './get-catalogue.ts'
import { listProducts } from './list-products.ts'
import { productTemplate } from './product-template.ts'
import { proposeProduct } from './propose-product.ts'
import { saveCatalogue } from './save-catalogue.ts'
import { saveProduct } from './save-product.ts'
import { settleProduct } from './settle-product.ts'

export const catalogueHandlers: Handlers<typeof catalogueRoutes> = {
  getCatalogue,
  saveCatalogue,
  listProducts,
  saveProduct,
  proposeProduct,
  settleProduct,
  productTemplate,
  exportProducts,
  checkProductImport,
  confirmProductImport,
}
