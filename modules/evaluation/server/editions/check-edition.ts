import { query } from '#platform/http/handler.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { loadEdition, requireRight, textOf } from './edition-row.ts'
import { checkInWorker } from './in-worker.ts'

/** Faults of a version's text with their lines, and which of its examples hold. */
export const checkEdition = query(editionRoutes.checkEdition, async ({ params, actor, read, today }) => {
  await requireRight(actor, read, today, 'evaluation:rulebooks', 'evaluation:issue')
  const edition = await loadEdition(read, actor.tenantId, params.editionId)
  const { passes, problems, examples, failed } = await checkInWorker({ source: await textOf(read, actor.tenantId, edition), id: edition.rulebookId, number: edition.number })
  return {
    version: edition.version,
    passes,
    problems: [...problems],
    examples,
    failed: failed.map((each) => ({ ...each, failures: each.failures.map((failure) => ({ ...failure, key: [...failure.key], actual: typeof failure.actual === 'string' || failure.actual === null ? failure.actual : [...failure.actual] })) })),
  }
})
