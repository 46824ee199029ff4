import { query } from '#platform/http/handler.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { requireVisible } from './campaign-access.ts'
import { loadCampaign } from './campaign-row.ts'
import { countOverduePetitions, loadCounts, stateOf } from './campaign-state.ts'
import { campaignView } from './campaign-view.ts'
import { loadUnitNames } from './names.ts'
import { pinnedRulebook } from './pinned-rulebook.ts'

/** One campaign for somebody who manages it, takes part in it or works where its levels are public. */
export const getCampaign = query(campaignRoutes.getCampaign, async ({ params, actor, read, today, calendar }) => {
  const campaign = await loadCampaign(read, actor.tenantId, params.campaignId)
  const { manages } = await requireVisible(campaign, actor, read, today)
  const rulebook = await pinnedRulebook(read, actor.tenantId, campaign.rulebook)
  const counts = (await loadCounts(read, actor.tenantId, [campaign])).get(campaign.id)
  if (counts === undefined) throw new Error('campaign without counts')
  const state = await stateOf(read, actor.tenantId, campaign, counts, rulebook, calendar)
  const names = await loadUnitNames(read, actor.tenantId, [campaign.scopeUnitId], campaign.period.to)
  const overdue = await countOverduePetitions(read, actor.tenantId, [campaign], today)
  return campaignView({ campaign, rulebook, counts, overduePetitions: overdue.get(campaign.id) ?? 0, state, scopeName: names.get(campaign.scopeUnitId) ?? '', manages, today })
})
