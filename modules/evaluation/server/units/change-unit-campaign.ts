import { isDeepStrictEqual } from 'node:util'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import { checkDue, checkSettings } from '../campaigns/campaign-input.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { requireRoundVersion } from './round-version.ts'
import { accessToRound } from './unit-access.ts'
import { lockUnitCampaign } from './unit-row.ts'

/** Changes the name and deadlines of a round that still runs; its settings only while it is a draft. */
export const changeUnitCampaign = command(unitRoutes.changeUnitCampaign, async ({ params, body, actor, tx, read, today, record }) => {
  const { tenantId } = actor
  const campaign = await lockUnitCampaign(tx, read, tenantId, params.unitCampaignId)
  if (!(await accessToRound(campaign, actor, read, today)).manages) refuse('platform.not-found')
  requireRoundVersion(campaign, body.version)
  if (campaign.status === 'closed' || campaign.status === 'cancelled') refuse('evaluation.campaign.wrong-status', { status: campaign.status })
  checkDue(body.due)
  const settings = checkSettings(await pinnedRulebook(read, tenantId, campaign.rulebook), body.settings)
  if (campaign.status !== 'draft' && !isDeepStrictEqual(settings, campaign.settings)) refuse('evaluation.campaign.wrong-status', { status: campaign.status, allowed: ['draft'], what: 'settings' })
  const version = campaign.version + 1
  await tx
    .updateTable('evaluation_unit_campaign')
    .set({ name: body.name, self_due: body.due.self, decide_due: body.due.decide, settings: JSON.stringify(settings), version })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', campaign.id)
    .execute()
  record({ action: 'evaluation.unit-campaign.changed', subject: { kind: 'unit-campaign', id: campaign.id }, data: { due: body.due, settings } })
  return { version }
})
