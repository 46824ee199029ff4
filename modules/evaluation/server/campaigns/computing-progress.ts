import { progressOf } from '#platform/db/progress.ts'
import { query } from '#platform/http/handler.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { computingOf } from '../results/compute-results.ts'
import { requireManages } from './campaign-access.ts'
import { loadCampaign } from './campaign-row.ts'

/** How far the results of a large campaign are computed while an act on it is under way. */
export const computingProgress = query(campaignRoutes.computingProgress, async ({ params, actor, read, today }) => {
  const campaign = await loadCampaign(read, actor.tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  return { percent: await progressOf(read, computingOf(actor.tenantId, campaign.id)) }
})
