import type { z } from 'zod'
import { query } from '#platform/http/handler.ts'
import { catalogueRoutes, type catalogueView } from '../../contract/task-routes.ts'
import { shortPoints } from '../../domain/catalogue.ts'
import { managesCatalogue } from './catalogue-rights.ts'
import { workingCatalogue, type Catalogue } from './catalogue-rows.ts'

/** The catalogue of a day with how many products it has in each status. */
export const getCatalogue = query(catalogueRoutes.getCatalogue, async ({ query: asked, actor, read, today }) => {
  const manages = await managesCatalogue(read, actor, today)
  const catalogue = await workingCatalogue(read, actor.tenantId, asked.on, today)
  if (catalogue === undefined) return { catalogue: null, manages }
  const found = await read
    .selectFrom('evaluation_product')
    .where('tenant_id', '=', actor.tenantId)
    .where('catalogue_id', '=', catalogue.id)
    .groupBy('status')
    .select((each) => ['status', each.fn.countAll<number>().as('count')])
    .execute()
  return { catalogue: viewOfCatalogue(catalogue, new Map(found.map((row) => [row.status, Number(row.count)])), manages), manages }
})

function viewOfCatalogue(catalogue: Catalogue, counts: ReadonlyMap<string, number>, manages: boolean): z.input<typeof catalogueView> {
  const { id, version, name, decisionNumber, decisionDate, issuer, validFrom, validTo, standardProduct } = catalogue
  return {
    id,
    version,
    name,
    decisionNumber,
    decisionDate,
    issuer,
    validFrom,
    validTo,
    standardProduct,
    standardPoints: shortPoints(catalogue.standardPoints),
    groups: catalogue.groups.map((group) => ({ code: group.code, name: group.name, maxPoints: shortPoints(group.maxPoints) })),
    counts: { approved: counts.get('approved') ?? 0, proposed: counts.get('proposed') ?? 0, retired: counts.get('retired') ?? 0 },
    manages,
  }
}
