import { v7 as uuidv7 } from 'uuid'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { kindsOf } from '../../domain/raters.ts'
import { requireManages } from '../campaigns/campaign-access.ts'
import { loadCampaign } from '../campaigns/campaign-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { selectWaitingRaters } from './waiting-raters.ts'

/** Reminds further raters who have not sent. The message names the campaign and the kind, never a subject or a point. */
export const remindRaters = command(raterRoutes.remindRaters, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  const campaign = await loadCampaign(read, tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  if (campaign.status !== 'scoring') refuse('evaluation.campaign.wrong-status', { status: campaign.status, allowed: ['scoring'] })
  const all = kindsOf(await pinnedRulebook(read, tenantId, campaign.rulebook))
  const kinds = all.filter((rater) => (body.kind === null || rater.id === body.kind) && (body.raterId === null || !rater.anonymous)).map((rater) => rater.id)
  if (kinds.length === 0) refuse('evaluation.rater.unknown-kind', { kind: body.kind, kinds: all.map((rater) => rater.id) })
  const waiting = await selectWaitingRaters(read, tenantId, campaign.id, kinds).execute()
  const rows = waiting
    .filter((each) => body.raterId === null || each.rater_person_id === body.raterId)
    .map((each) => ({ tenant_id: tenantId, id: uuidv7(), campaign_id: campaign.id, person_id: each.rater_person_id, about_person_id: null, rater_kind: each.kind, text: body.text, sent_at: now }))
  for (let start = 0; start < rows.length; start += 1000) await tx.insertInto('evaluation_reminder').values(rows.slice(start, start + 1000)).execute()
  record({ action: 'evaluation.raters.reminded', subject: { kind: 'campaign', id: campaign.id }, data: { kinds, reminded: rows.length } })
  return { reminded: rows.length }
})
