import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { requireManages } from './campaign-access.ts'
import { loadCampaign } from './campaign-row.ts'
import { pinRulebook } from './pinned-rulebook.ts'
import { prepareDraft } from './prepare-draft.ts'
import { resolveCampaign } from './resolve-campaign.ts'

/** Drafts a campaign (lập đợt đánh giá) with its rulebook pinned and its participants resolved from posts at once. */
export const createCampaign = command(campaignRoutes.createCampaign, async ({ body, actor, tx, read, now, today, newId, record }) => {
  const { period, pin, rulebook, columns } = await prepareDraft(read, actor.tenantId, body, today, () => pinRulebook(tx, actor.tenantId, { id: body.rulebookId, version: body.rulebookVersion }, now))
  const id = newId<'campaign'>()
  await tx
    .insertInto('evaluation_campaign')
    .values({ ...columns, id, subject_status: [...new Set(body.subjectStatuses)], superior_due: body.due.superior })
    .execute()
  const campaign = await loadCampaign(read, actor.tenantId, id)
  await requireManages(campaign, actor, read, today)
  const resolution = await resolveCampaign(tx, read, actor.tenantId, campaign, rulebook, today)
  if (resolution.participants === 0) refuse('evaluation.campaign.nobody', { scopeUnitId: body.scopeUnitId, statuses: body.subjectStatuses })
  record({
    action: 'evaluation.campaign.created',
    subject: { kind: 'campaign', id },
    data: { rulebook: `${pin.id}@${pin.version}`, hash: pin.hash, from: period.from, to: period.to, scopeUnitId: body.scopeUnitId, participants: resolution.participants },
  })
  return { campaignId: id, version: campaign.version, ...resolution }
})
