import { transit } from '#kernel/transition.ts'
import { command } from '#platform/http/handler.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { editionTransitions } from '../../domain/edition.ts'
import { lockEdition, requireRight } from './edition-row.ts'

/** Throws a draft away; what was issued stays. */
export const discardEdition = command(editionRoutes.discardEdition, async ({ params, actor, tx, read, today, record }) => {
  await requireRight(actor, read, today, 'evaluation:rulebooks')
  const edition = await lockEdition(tx, read, actor.tenantId, params.editionId)
  transit(editionTransitions, 'edit', edition.status, 'evaluation.rulebook.wrong-status')
  await tx.deleteFrom('evaluation_rulebook_edition').where('tenant_id', '=', actor.tenantId).where('id', '=', edition.id).execute()
  record({ action: 'evaluation.rulebook.discarded', subject: { kind: 'rulebook_edition', id: edition.id }, data: { rulebook: `${edition.rulebookId}@${edition.number}`, hash: edition.hash } })
  return {}
})
