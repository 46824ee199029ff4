import { v7 as uuidv7 } from 'uuid'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { loadResult } from './result-record.ts'

/** The person scored responds to the result (ý kiến của người được đánh giá), from publication until the campaign closes. */
export const respond = command(resultRoutes.respond, async ({ params, body, actor, tx, read, now, record }) => {
  const result = await loadResult(read, actor.tenantId, params.resultId)
  if (actor.personId !== result.personId || result.publishedAt === null) refuse('platform.not-found')
  const campaign = await holdCampaign(tx, read, actor.tenantId, result.campaignId)
  if (campaign.status !== 'published') refuse('evaluation.response.too-late', { closedAt: campaign.closedAt?.toISOString() ?? null })
  await tx.insertInto('evaluation_response').values({ tenant_id: actor.tenantId, id: uuidv7(), result_id: result.id, text: body.text, given_at: now }).execute()
  record({ action: 'evaluation.result.responded', subject: { kind: 'result', id: result.id } })
  return { givenAt: now.toISOString() }
})
