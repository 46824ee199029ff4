import { refuse } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { campaignHead } from '../campaigns/campaign-head.ts'
import { loadCampaign } from '../campaigns/campaign-row.ts'
import { loadNames } from '../campaigns/names.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { kindOrNotFound, loadRaterFiles } from './rater-files.ts'

/** Everybody the actor rates as one kind of rater, side by side. Of unnamed sheets nothing comes back: they are not kept. */
export const getRatings = query(raterRoutes.getRatings, async ({ params, actor, read }) => {
  const { tenantId } = actor
  const campaign = await loadCampaign(read, tenantId, params.campaignId)
  const files = await loadRaterFiles(read, actor, campaign.id, params.kind)
  if (files.length === 0 || campaign.status === 'draft') refuse('platform.not-found')
  const rater = kindOrNotFound(await pinnedRulebook(read, tenantId, campaign.rulebook), params.kind)
  const names = await loadNames(read, tenantId, files.map((file) => file.personId), files.map((file) => file.unitId), campaign.period.to)
  return {
    campaign: { ...campaignHead(campaign), due: campaign.due.superior },
    kind: { id: rater.id, name: rater.name, anonymous: rater.anonymous, atLeast: rater.atLeast },
    subjects: files.map((file) => ({
      person: names.person(file.personId),
      unit: names.unit(file.unitId),
      title: file.title,
      group: file.group,
      status: file.status,
      version: file.version,
      points: { ...file.points },
      comment: file.comment,
    })),
    canRate: campaign.status === 'scoring' && files.some((file) => file.status === 'waiting'),
  }
})
