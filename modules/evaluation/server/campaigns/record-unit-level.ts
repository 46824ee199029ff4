import { refuse } from '#kernel/refusal.ts'
import { organisationAsOf } from '#modules/organisation/server/index.ts'
import { command } from '#platform/http/handler.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { adjustableStatuses } from '../../domain/campaign.ts'
import { postsDay } from '../../domain/period.ts'
import { computeResults } from '../results/compute-results.ts'
import { loadUnitBounds } from '../units/unit-bounds.ts'
import { requireManages } from './campaign-access.ts'
import { lockCampaign } from './campaign-row.ts'
import { loadParticipants } from './participant-row.ts'
import { pinnedRulebook } from './pinned-rulebook.ts'

/** Records the level decided for an organisation outside the program: its head's cannot be higher (article 20.6), so it comes first. */
export const recordUnitLevel = command(campaignRoutes.recordUnitLevel, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  const campaign = await lockCampaign(tx, read, tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  if (!adjustableStatuses.includes(campaign.status)) refuse('evaluation.campaign.wrong-status', { status: campaign.status, allowed: adjustableStatuses })
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const levels = rulebook.levels.map((level) => level.id)
  if (!levels.includes(body.level)) refuse('evaluation.campaign.unknown-level', { level: body.level, levels })
  const organisation = await organisationAsOf(read, tenantId, postsDay(campaign.period, today))
  if (!organisation.subtreeOf(campaign.scopeUnitId).includes(params.unitId)) refuse('platform.not-found')
  const { kind } = (await loadUnitBounds(read, tenantId, campaign, rulebook))(params.unitId)
  if (kind !== 'none' && kind !== 'recorded') refuse('evaluation.unit.has-round', {})
  const known = await read
    .selectFrom('evaluation_unit_level')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('unit_id', '=', params.unitId)
    .select(['level', 'version'])
    .executeTakeFirst()
  if ((known?.version ?? 0) !== body.version) refuse('evaluation.campaign.changed', { version: known?.version ?? 0, level: known?.level ?? null })
  const version = body.version + 1
  const row = { level: body.level, note: body.note, recorded_by: actor.accountId, recorded_at: now, version }
  await tx
    .insertInto('evaluation_unit_level')
    .values({ tenant_id: tenantId, campaign_id: campaign.id, unit_id: params.unitId, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'campaign_id', 'unit_id']).doUpdateSet(row))
    .execute()
  if (campaign.status === 'compiling') {
    const heads = (await loadParticipants(read, tenantId, campaign.id)).filter((one) => one.isHead && one.unitId === params.unitId && one.status === 'compiled')
    await computeResults(tx, read, tenantId, campaign, rulebook, heads, now)
  }
  record({ action: 'evaluation.unit-level.recorded', subject: { kind: 'unit', id: params.unitId }, data: { campaignId: campaign.id, level: body.level, before: known?.level ?? null } })
  return { version }
})
