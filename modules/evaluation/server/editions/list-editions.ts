import type { PersonId } from '#kernel/id.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { editionView, loadEditions, requireRight } from './edition-row.ts'

/** The rulebooks the body writes itself, for those who write or issue them. */
export const listEditions = query(editionRoutes.listEditions, async ({ actor, read, today }) => {
  const rights = await requireRight(actor, read, today, 'evaluation:rulebooks', 'evaluation:issue')
  const editions = await loadEditions(read, actor.tenantId)
  const names = await personNames(read, actor.tenantId, editions.flatMap(({ changedBy }): PersonId[] => (changedBy === null ? [] : [changedBy])))
  return { editions: editions.map((edition) => editionView(edition, rights, names)), canCreate: rights.has('evaluation:rulebooks') }
})
