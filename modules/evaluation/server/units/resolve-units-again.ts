import { refuse } from '#kernel/refusal.ts'
import { holdStructure } from '#modules/organisation/server/index.ts'
import { command } from '#platform/http/handler.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { resolveRound } from './resolve-units.ts'
import { requireRoundVersion } from './round-version.ts'
import { accessToRound } from './unit-access.ts'
import { lockUnitCampaign } from './unit-row.ts'

/** Resolves a draft's organisations again, say after the tree was corrected. */
export const resolveUnitsAgain = command(unitRoutes.resolveUnitsAgain, async ({ params, body, actor, tx, read, today, record }) => {
  await holdStructure(read, actor.tenantId)
  const campaign = await lockUnitCampaign(tx, read, actor.tenantId, params.unitCampaignId)
  if (!(await accessToRound(campaign, actor, read, today)).manages) refuse('platform.not-found')
  requireRoundVersion(campaign, body.version)
  if (campaign.status !== 'draft') refuse('evaluation.campaign.wrong-status', { status: campaign.status, allowed: ['draft'] })
  const resolution = await resolveRound(tx, read, actor.tenantId, campaign, await pinnedRulebook(read, actor.tenantId, campaign.rulebook), today)
  const version = campaign.version + 1
  await tx.updateTable('evaluation_unit_campaign').set({ version }).where('tenant_id', '=', actor.tenantId).where('id', '=', campaign.id).execute()
  record({ action: 'evaluation.unit-campaign.resolved', subject: { kind: 'unit-campaign', id: campaign.id }, data: resolution })
  return { version, ...resolution }
})
