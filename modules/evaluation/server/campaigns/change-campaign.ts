import { isDeepStrictEqual } from 'node:util'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { checkDue, checkSettings } from './campaign-input.ts'
import { requireManages } from './campaign-access.ts'
import { lockCampaign, type Campaign } from './campaign-row.ts'
import { pinnedRulebook } from './pinned-rulebook.ts'

/** Refuses when somebody changed the campaign since it was read. */
export function requireVersion(campaign: Campaign, version: number): void {
  if (campaign.version !== version) refuse('evaluation.campaign.changed', { version: campaign.version, status: campaign.status, name: campaign.name })
}

/** Changes the name and deadlines of a campaign that still runs; its settings only while it is a draft. */
export const changeCampaign = command(campaignRoutes.changeCampaign, async ({ params, body, actor, tx, read, today, record }) => {
  const campaign = await lockCampaign(tx, read, actor.tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  requireVersion(campaign, body.version)
  if (campaign.status === 'closed' || campaign.status === 'cancelled') refuse('evaluation.campaign.wrong-status', { status: campaign.status })
  checkDue(body.due)
  const settings = checkSettings(await pinnedRulebook(read, actor.tenantId, campaign.rulebook), body.settings)
  if (campaign.status !== 'draft' && !isDeepStrictEqual(settings, campaign.settings)) {
    refuse('evaluation.campaign.wrong-status', { status: campaign.status, allowed: ['draft'], what: 'settings' })
  }
  const version = campaign.version + 1
  await tx
    .updateTable('evaluation_campaign')
    .set({ name: body.name, self_due: body.due.self, superior_due: body.due.superior, decide_due: body.due.decide, settings: JSON.stringify(settings), version })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', campaign.id)
    .execute()
  record({ action: 'evaluation.campaign.changed', subject: { kind: 'campaign', id: campaign.id }, data: { due: body.due, settings } })
  return { version }
})
