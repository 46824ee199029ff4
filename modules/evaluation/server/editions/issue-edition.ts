import { createHash } from 'node:crypto'
import { refuse } from '#kernel/refusal.ts'
import { transit } from '#kernel/transition.ts'
import { command } from '#platform/http/handler.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { editionTransitions } from '../../domain/edition.ts'
import type { SourcePath, SourceValue } from '../../domain/rulebook/edit-source.ts'
import { lockEdition, requireRight, requireUnchanged } from './edition-row.ts'
import { checkInWorker, inWorker } from './in-worker.ts'

/**
 * Issues a draft (ban hành) under the number and date of its document. The text, with document and validity written in, goes
 * where nobody can change it. A draft with a fault, or with an example that does not hold, is refused.
 */
export const issueEdition = command(editionRoutes.issueEdition, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  await requireRight(actor, read, today, 'evaluation:issue')
  const edition = await lockEdition(tx, read, tenantId, params.editionId)
  const status = transit(editionTransitions, 'issue', edition.status, 'evaluation.rulebook.wrong-status')
  requireUnchanged(edition, body.version)
  const { documentNumber, documentDate, signer, validFrom, validTo } = body
  if (documentDate > today || (validTo !== null && validTo < validFrom)) refuse('evaluation.rulebook.dates', { documentDate, validFrom, validTo, today })

  const { rulebookId, number } = edition
  const draft = edition.draft ?? ''
  const checked = await checkInWorker({ source: draft, id: rulebookId, number })
  if (!checked.passes) refuse('evaluation.rulebook.faulty', { problems: checked.problems.length, failed: checked.failed.length })
  const edits: (readonly [SourcePath, SourceValue])[] = [
    [['document', 'number'], documentNumber],
    [['document', 'date'], documentDate],
    [['validity'], { from: validFrom, ...(validTo === null ? {} : { to: validTo }) }],
  ]
  const source = await inWorker('edit', { source: draft, edits })
  const hash = createHash('sha256').update(source, 'utf8').digest('hex')

  await tx.insertInto('evaluation_rulebook').values({ tenant_id: tenantId, id: rulebookId, version: String(number), hash, source, pinned_at: now }).execute()
  const version = edition.version + 1
  await tx
    .updateTable('evaluation_rulebook_edition')
    .set({
      status, source: null, hash, version, document_number: documentNumber, document_date: documentDate, signer, valid_from: validFrom, valid_to: validTo,
      changed_at: now, changed_by: actor.personId,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', edition.id)
    .execute()
  record({ action: 'evaluation.rulebook.issued', subject: { kind: 'rulebook_edition', id: edition.id }, data: { rulebook: `${rulebookId}@${number}`, hash, documentNumber, documentDate, validFrom, validTo } })
  return { version, hash }
})
