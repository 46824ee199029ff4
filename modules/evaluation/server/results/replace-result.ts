import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { isPublished } from '../../domain/policy.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { loadResultFile } from './file-of-result.ts'
import { publishReplacingSet } from './publish-set.ts'
import { replaceRecord } from './replace.ts'
import { lockResult } from './result-record.ts'

/** Corrects a published result by a replacing decision with its reason (article 21.3); both records are kept and shown. */
export const replaceResult = command(resultRoutes.replaceResult, async ({ params, body, actor, tx, read, now, today, record }) => {
  const old = await lockResult(tx, read, actor.tenantId, params.resultId)
  await holdCampaign(tx, read, actor.tenantId, old.campaignId)
  const file = await loadResultFile(read, actor, old.campaignId, old.personId, today)
  if (!file.standing.authority) refuse('platform.not-found')
  if (old.publishedAt === null || !isPublished(file.campaign.status)) refuse('evaluation.result.wrong-status', { status: file.participant.status, campaign: file.campaign.status })
  if (old.replacedBy !== null) refuse('evaluation.result.already-replaced', { resultId: old.replacedBy })
  if (old.version !== body.version) refuse('evaluation.result.changed', { version: old.version, decidedLevel: old.decidedLevel })
  const open = await read.selectFrom('evaluation_petition').where('tenant_id', '=', actor.tenantId).where('result_id', '=', old.id).where('status', '=', 'open').select('id').executeTakeFirst()
  // An open petition is answered, not passed by.
  if (open !== undefined) refuse('evaluation.result.wrong-status', { petitionId: open.id })
  const resultId = await replaceRecord(tx, read, actor, file, old, { level: body.level, reason: body.reason, points: body.points }, now)
  const subject = { kind: 'result', id: resultId }
  const published = await publishReplacingSet(tx, read, actor.tenantId, resultId, subject, now)
  record({ action: 'evaluation.result.replaced', subject, about: [old.personId], data: { replaces: old.id, before: old.decidedLevel, after: body.level, recomputed: body.points !== null, published } })
  return { resultId }
})
