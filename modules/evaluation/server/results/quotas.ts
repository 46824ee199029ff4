import { refuse } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { accessTo } from '../campaigns/campaign-access.ts'
import { loadCampaign } from '../campaigns/campaign-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { countQuotas } from './count-quotas.ts'

/** The quota of excellent in the whole body and each peer group; another base or rate can be tried. For the personnel body and the authorities. */
export const quotas = query(resultRoutes.quotas, async ({ params, query: asked, actor, read, today }) => {
  const campaign = await loadCampaign(read, actor.tenantId, params.campaignId)
  const { manages } = await accessTo(campaign, actor, read, today)
  if (!manages && !(await decidesIn(read, actor, campaign.id))) refuse('platform.not-found')
  const rulebook = await pinnedRulebook(read, actor.tenantId, campaign.rulebook)
  const counted = await countQuotas(read, actor.tenantId, campaign, rulebook, asked)
  const chosen = (id: string): string => rulebook.settings.find((setting) => setting.id === id)?.default ?? ''
  return {
    quotas: counted,
    base: counted[0]?.base ?? asked.base ?? chosen('quota.base'),
    rate: counted[0]?.rate ?? asked.rate ?? chosen('quota.rate'),
  }
})

/** Whether the actor decides on anybody in a campaign that has opened. */
export async function decidesIn(read: Parameters<typeof loadCampaign>[0], actor: { tenantId: Parameters<typeof loadCampaign>[1]; personId: string | null }, campaignId: string): Promise<boolean> {
  if (actor.personId === null) return false
  const row = await read
    .selectFrom('evaluation_participant as p')
    .innerJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', actor.tenantId).onRef('c.id', '=', 'p.campaign_id').on('c.status', '<>', 'draft'))
    .where('p.tenant_id', '=', actor.tenantId)
    .where('p.campaign_id', '=', campaignId)
    .where('p.decider_id', '=', actor.personId)
    .select('p.person_id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
