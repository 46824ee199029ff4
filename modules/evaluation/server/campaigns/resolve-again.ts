import { refuse } from '#kernel/refusal.ts'
import { holdStructure } from '#modules/organisation/server/index.ts'
import { command } from '#platform/http/handler.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { requireManages } from './campaign-access.ts'
import { lockCampaign } from './campaign-row.ts'
import { requireVersion } from './change-campaign.ts'
import { pinnedRulebook } from './pinned-rulebook.ts'
import { resolveCampaign } from './resolve-campaign.ts'

/** Resolves the participants of a draft again, after posts were put right. */
export const resolveAgain = command(campaignRoutes.resolveAgain, async ({ params, body, actor, tx, read, today, record }) => {
  await holdStructure(read, actor.tenantId)
  const campaign = await lockCampaign(tx, read, actor.tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  requireVersion(campaign, body.version)
  if (campaign.status !== 'draft') refuse('evaluation.campaign.wrong-status', { status: campaign.status, allowed: ['draft'] })
  const rulebook = await pinnedRulebook(read, actor.tenantId, campaign.rulebook)
  const resolution = await resolveCampaign(tx, read, actor.tenantId, campaign, rulebook, today)
  const version = campaign.version + 1
  await tx.updateTable('evaluation_campaign').set({ version }).where('tenant_id', '=', actor.tenantId).where('id', '=', campaign.id).execute()
  record({ action: 'evaluation.campaign.resolved', subject: { kind: 'campaign', id: campaign.id }, data: { ...resolution } })
  return { version, ...resolution }
})
