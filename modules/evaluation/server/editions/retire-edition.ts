import { transit } from '#kernel/transition.ts'
import { command } from '#platform/http/handler.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { editionTransitions } from '../../domain/edition.ts'
import { lockEdition, requireRight, requireUnchanged } from './edition-row.ts'

/** Retires an issued version (thôi áp dụng): no new campaign takes it, those that pinned it go on with it. */
export const retireEdition = command(editionRoutes.retireEdition, async ({ params, body, actor, tx, read, now, today, record }) => {
  await requireRight(actor, read, today, 'evaluation:issue')
  const edition = await lockEdition(tx, read, actor.tenantId, params.editionId)
  const status = transit(editionTransitions, 'retire', edition.status, 'evaluation.rulebook.wrong-status')
  requireUnchanged(edition, body.version)
  const version = edition.version + 1
  await tx
    .updateTable('evaluation_rulebook_edition')
    .set({ status, version, changed_at: now, changed_by: actor.personId })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', edition.id)
    .execute()
  record({ action: 'evaluation.rulebook.retired', subject: { kind: 'rulebook_edition', id: edition.id }, data: { rulebook: `${edition.rulebookId}@${edition.number}`, reason: body.reason } })
  return { version }
})
