import { query } from '#platform/http/handler.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { isNeeded, kindsOf } from '../../domain/raters.ts'
import { requireManages } from '../campaigns/campaign-access.ts'
import { loadCampaign } from '../campaigns/campaign-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { isShort, loadRaterCounts } from './rater-counts.ts'

/** How far each kind of rater has come. Counts only: of unnamed raters nothing finer may be shown. */
export const raterProgress = query(raterRoutes.raterProgress, async ({ params, actor, read, today }) => {
  const campaign = await loadCampaign(read, actor.tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  const rulebook = await pinnedRulebook(read, actor.tenantId, campaign.rulebook)
  const counts = await loadRaterCounts(read, actor.tenantId, campaign, rulebook)
  return {
    kinds: kindsOf(rulebook).map((rater) => {
      const own = counts.filter((each) => each.kind === rater.id)
      const sum = (status: 'waiting' | 'submitted' | 'excused') => own.reduce((total, each) => total + each.counts[status], 0)
      return {
        id: rater.id,
        name: rater.name,
        anonymous: rater.anonymous,
        several: rater.several,
        atLeast: rater.atLeast,
        needed: isNeeded(rater),
        waiting: sum('waiting'),
        submitted: sum('submitted'),
        excused: sum('excused'),
        short: own.filter((each) => isShort(rater, each.counts)).length,
      }
    }),
  }
})
