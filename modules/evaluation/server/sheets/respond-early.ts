import { v7 as uuidv7 } from 'uuid'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { sheetRoutes } from '../../contract/campaign-routes.ts'
import { awaitsDecision } from '../../domain/early-response.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { lockParticipant } from '../campaigns/participant-row.ts'
import { earlyUntil } from './early-responses.ts'
import { loadSheets } from './get-sheet.ts'

/** The person scored responds to the superior's points before the decision, within the campaign's working days; shown to the authority. */
export const respondEarly = command(sheetRoutes.respondEarly, async ({ params, body, actor, tx, read, now, today, calendar, record }) => {
  const { tenantId } = actor
  if (actor.personId !== params.personId) refuse('platform.not-found')
  const campaign = await holdCampaign(tx, read, tenantId, params.campaignId)
  const participant = await lockParticipant(tx, read, tenantId, campaign.id, params.personId)
  if (campaign.status === 'draft') refuse('platform.not-found')
  const sent = (await loadSheets(read, actor, campaign, participant.personId)).find((sheet) => sheet.rater === 'superior')?.submittedAt
  const until = earlyUntil(campaign, sent, calendar)
  if (until === null || !awaitsDecision(participant, campaign.status)) refuse('evaluation.response.not-yet', { status: participant.status })
  if (today > until) refuse('evaluation.response.too-late', { until })
  await tx.insertInto('evaluation_early_response').values({ tenant_id: tenantId, id: uuidv7(), campaign_id: campaign.id, person_id: participant.personId, text: body.text, given_at: now }).execute()
  record({ action: 'evaluation.sheet.responded', subject: { kind: 'participant', id: `${campaign.id}/${participant.personId}` } })
  return { givenAt: now.toISOString() }
})
