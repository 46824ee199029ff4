import type { UnitId } from '#kernel/id.ts'
import { organisationAsOf } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { refuse } from '#kernel/refusal.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { postsDay } from '../../domain/period.ts'
import { requireVisible } from './campaign-access.ts'
import { boundView, loadUnitBounds } from '../units/unit-bounds.ts'
import { loadCampaign } from './campaign-row.ts'
import { pinnedRulebook } from './pinned-rulebook.ts'

/** Units of the campaign's scope with the levels recorded for them and those decided in rounds of the same period. */
export const listUnitLevels = query(campaignRoutes.listUnitLevels, async ({ params, actor, read, today }) => {
  const campaign = await loadCampaign(read, actor.tenantId, params.campaignId)
  const { manages } = await requireVisible(campaign, actor, read, today)
  if (!manages && campaign.status !== 'published' && campaign.status !== 'closed') refuse('platform.not-found')
  const organisation = await organisationAsOf(read, actor.tenantId, postsDay(campaign.period, today))
  const inScope = new Set<UnitId>(organisation.subtreeOf(campaign.scopeUnitId))
  const recorded = await read
    .selectFrom('evaluation_unit_level')
    .where('tenant_id', '=', actor.tenantId)
    .where('campaign_id', '=', campaign.id)
    .select(['unit_id', 'level', 'note', 'version'])
    .execute()
  const boundOf = await loadUnitBounds(read, actor.tenantId, campaign, await pinnedRulebook(read, actor.tenantId, campaign.rulebook))
  const byUnit = new Map(recorded.map((row) => [row.unit_id, row]))
  return {
    levels: organisation.units
      .filter((unit) => inScope.has(unit.id))
      .map((unit) => {
        const known = byUnit.get(unit.id)
        return { unit: { id: unit.id, name: unit.name }, level: known?.level ?? null, note: known?.note ?? '', version: known?.version ?? 0, bound: boundView(boundOf(unit.id)) }
      }),
  }
})
