import { sql } from 'kysely'
import { refuse } from '#kernel/refusal.ts'
import { transit } from '#kernel/transition.ts'
import { holdStructure } from '#modules/organisation/server/index.ts'
import { command } from '#platform/http/handler.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import { waivableObstacles } from '../../domain/obstacles.ts'
import { unitCampaignTransitions, unitFileTransitions, type UnitCampaignAct, type UnitCampaignStatus, type UnitFileAct } from '../../domain/unit-campaign.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { publishUnitSet } from '../results/publish-set.ts'
import { requireRoundVersion } from './round-version.ts'
import { accessToRound } from './unit-access.ts'
import { unitQuotas } from './unit-quotas.ts'
import { loadUnitRecords } from './unit-records.ts'
import { loadUnitFiles, lockUnitCampaign } from './unit-row.ts'
import { roundObstacles } from './unit-view.ts'

/** What each act does to the files of the round. */
const moves: Partial<Record<UnitCampaignAct, UnitFileAct>> = { open: 'start', publish: 'publish' }

/** Opens, publishes, closes or cancels a round; beyond the quota it is published only with a stated ground (article 8.5). */
export const actOnUnitCampaign = command(unitRoutes.actOnUnitCampaign, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  if (body.act === 'open') await holdStructure(read, tenantId)
  const campaign = await lockUnitCampaign(tx, read, tenantId, params.unitCampaignId)
  if (!(await accessToRound(campaign, actor, read, today)).manages) refuse('platform.not-found')
  requireRoundVersion(campaign, body.version)
  const status = transit<UnitCampaignAct, UnitCampaignStatus, 'evaluation:manage'>(unitCampaignTransitions, body.act, campaign.status, 'evaluation.campaign.wrong-status')
  const files = await loadUnitFiles(read, tenantId, campaign.id)
  const records = await loadUnitRecords(read, tenantId, campaign.id)
  const over = unitQuotas(campaign, await pinnedRulebook(read, tenantId, campaign.rulebook), files, records).map(({ quota }) => quota).filter((quota) => quota.over > 0)
  const obstacle = roundObstacles(body.act, files, over).find(({ code }) => body.reason === '' || !waivableObstacles.has(code))
  if (obstacle !== undefined) refuse(obstacle.code, obstacle.data)
  if (body.act === 'cancel' && body.reason === '') refuse('evaluation.campaign.reason-needed', { act: body.act })
  const version = campaign.version + 1
  await tx
    .updateTable('evaluation_unit_campaign')
    .set({ status, version, ...(body.act === 'open' ? { opened_at: now } : {}), ...(body.act === 'publish' ? { published_at: now } : {}) })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', campaign.id)
    .execute()
  const move = moves[body.act]
  if (move !== undefined) {
    const { from, to } = unitFileTransitions[move]
    await sql`update evaluation_unit_file set status = ${to}, version = version + 1
      where tenant_id = ${tenantId} and campaign_id = ${campaign.id} and excluded_reason = '' and status = any(${[...from]}::text[])`.execute(tx)
  }
  if (body.act === 'publish') {
    await tx.updateTable('evaluation_unit_result').set({ published_at: now }).where('tenant_id', '=', tenantId).where('campaign_id', '=', campaign.id).where('published_at', 'is', null).execute()
  }
  const published = body.act === 'publish' ? await publishUnitSet(tx, read, tenantId, campaign.id, null, now) : undefined
  record({ action: `evaluation.unit-campaign.${body.act}`, subject: { kind: 'unit-campaign', id: campaign.id }, data: { from: campaign.status, to: status, reason: body.reason, published } })
  return { version, status }
})
