import type { z } from 'zod'
import type { catalogueView, productImportView, productView } from '../../contract/task-routes.ts'

export type Catalogue = z.output<typeof catalogueView>
export type Product = z.output<typeof productView>
export type ProductImport = z.output<typeof productImportView>
