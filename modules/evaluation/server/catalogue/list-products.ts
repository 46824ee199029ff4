import type { UnitId } from '#kernel/id.ts'
import { pageOf } from '#kernel/page.ts'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import { escapeLike } from '#platform/db/like.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { query } from '#platform/http/handler.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { catalogueRoutes } from '../../contract/task-routes.ts'
import { workingCatalogue } from './catalogue-rows.ts'
import { productOf } from './product-rows.ts'
import { namesOf, viewOfProduct } from './product-view.ts'

/** Products of the catalogue in order of code; words are looked for in code and name, accents or not. */
export const listProducts = query(catalogueRoutes.listProducts, async ({ query: asked, actor, read, today }) => {
  const [after] = asked.after === undefined ? [] : pageKey(asked.after, ['text'])
  const catalogue = await workingCatalogue(read, actor.tenantId, asked.on, today)
  if (catalogue === undefined) return { items: [], next: null }
  let list = read
    .selectFrom('evaluation_product')
    .selectAll()
    .where('tenant_id', '=', actor.tenantId)
    .where('catalogue_id', '=', catalogue.id)
    .orderBy('code')
    .limit(pageLimit(asked.limit))
  if (after !== undefined) list = list.where('code', '>', after)
  if (asked.group !== undefined) list = list.where('complexity_group', '=', asked.group)
  if (asked.unitId !== undefined) list = list.where('unit_id', '=', asked.unitId)
  if (asked.field !== undefined) list = list.where('field', '=', asked.field)
  if (asked.status !== undefined) list = list.where('status', '=', asked.status)
  for (const word of searchWords(asked.search)) list = list.where('folded_name', 'like', word)
  const rows = await list.execute()
  const names = rows.some((row) => row.unit_id !== null) ? namesOf(await unitTreeAsOf(read, actor.tenantId, today)) : new Map<UnitId, string>()
  const page = pageOf(rows, asked.limit, (row) => [row.code])
  return { items: page.items.map((row) => viewOfProduct(productOf(row), names)), next: page.next }
})

/** Patterns a text has to match, all of them, without marks; `%` and `_` stand for themselves. */
export function searchWords(search: string | undefined): string[] {
  return foldVietnamese(search ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 10)
    .map((word) => `%${escapeLike(word)}%`)
}
