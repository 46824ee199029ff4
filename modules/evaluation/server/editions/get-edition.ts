import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { editionView, loadEdition, requireRight, textOf } from './edition-row.ts'

/** One version with its text. */
export const getEdition = query(editionRoutes.getEdition, async ({ params, actor, read, today }) => {
  const rights = await requireRight(actor, read, today, 'evaluation:rulebooks', 'evaluation:issue')
  const edition = await loadEdition(read, actor.tenantId, params.editionId)
  const names = await personNames(read, actor.tenantId, edition.changedBy === null ? [] : [edition.changedBy])
  return { edition: editionView(edition, rights, names), source: await textOf(read, actor.tenantId, edition) }
})
