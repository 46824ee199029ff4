import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { requireOpen } from '../../domain/petition.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { loadResultFile } from './file-of-result.ts'
import { lockPetition } from './petition-record.ts'
import { publishReplacingSet } from './publish-set.ts'
import { replaceRecord } from './replace.ts'
import { lockResult } from './result-record.ts'

/** The authority answers a petition (article 22): the result stands, or a replacing decision is made and both are kept. */
export const answerPetition = command(resultRoutes.answerPetition, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  const petition = await lockPetition(tx, read, tenantId, params.petitionId)
  await holdCampaign(tx, read, tenantId, petition.campaignId)
  const file = await loadResultFile(read, actor, petition.campaignId, petition.personId, today)
  if (!file.standing.authority) refuse('platform.not-found')
  requireOpen(petition.status)
  if (petition.version !== body.version) refuse('evaluation.petition.changed', { version: petition.version, status: petition.status })
  const old = await lockResult(tx, read, tenantId, petition.resultId)
  const resultId =
    body.outcome === 'replaced' ? await replaceRecord(tx, read, actor, file, old, { level: body.level, reason: body.answer, points: body.points }, now) : old.id
  const version = petition.version + 1
  await tx
    .updateTable('evaluation_petition')
    .set({
      status: body.outcome,
      answer: body.answer,
      answered_by: actor.personId,
      answered_at: now,
      replacing_result_id: body.outcome === 'replaced' ? resultId : null,
      version,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', petition.id)
    .execute()
  const subject = { kind: 'petition', id: petition.id }
  const published = body.outcome === 'replaced' ? await publishReplacingSet(tx, read, tenantId, resultId, subject, now) : undefined
  record({ action: 'evaluation.petition.answered', subject, about: [petition.personId], data: { outcome: body.outcome, resultId, late: today > petition.dueOn, published } })
  return { version, status: body.outcome, resultId }
})
