import { createHash } from 'node:crypto'
import { transit } from '#kernel/transition.ts'
import { command } from '#platform/http/handler.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { editionTransitions } from '../../domain/edition.ts'
import { lockEdition, requireRight, requireUnchanged } from './edition-row.ts'
import { inWorker } from './in-worker.ts'

/** Saves the text of a draft as typed, sound or not: half a thought is not lost. */
export const saveEdition = command(editionRoutes.saveEdition, async ({ params, body, actor, tx, read, now, today, record }) => {
  await requireRight(actor, read, today, 'evaluation:rulebooks')
  const source = body.source.normalize('NFC')
  const title = await inWorker('title', { source })
  const edition = await lockEdition(tx, read, actor.tenantId, params.editionId)
  transit(editionTransitions, 'edit', edition.status, 'evaluation.rulebook.wrong-status')
  requireUnchanged(edition, body.version)
  const hash = createHash('sha256').update(source, 'utf8').digest('hex')
  const version = edition.version + 1
  await tx
    .updateTable('evaluation_rulebook_edition')
    .set({ source, hash, version, changed_at: now, changed_by: actor.personId, ...(title === null ? {} : { name: JSON.stringify(title) }) })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', edition.id)
    .execute()
  record({ action: 'evaluation.rulebook.saved', subject: { kind: 'rulebook_edition', id: edition.id }, data: { hash } })
  return { version }
})
