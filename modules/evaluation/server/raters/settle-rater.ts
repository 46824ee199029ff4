import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { otherKinds } from '../../domain/raters.ts'
import { requireManages } from '../campaigns/campaign-access.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { lockParticipant } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { relativesOf } from './kinships.ts'
import { refuseSecond } from './refuse-second.ts'

/**
 * Leaves a rater out with a reason, or takes one back in, in a draft; while scoring somebody who cannot rate is excused,
 * and the mean is then of the others. Who has sent a sheet stays.
 */
export const settleRater = command(raterRoutes.settleRater, async ({ params, body, actor, tx, read, today, record }) => {
  const { tenantId } = actor
  const { personId, kind, raterId } = params
  const campaign = await holdCampaign(tx, read, tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  const participant = await lockParticipant(tx, read, tenantId, campaign.id, personId)
  const row = await tx
    .selectFrom('evaluation_rater')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('rater_person_id', '=', raterId)
    .select(['status', 'version'])
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) refuse('platform.not-found')
  if (row.status === 'submitted') refuse('evaluation.rater.submitted', {})
  const rater = otherKinds(await pinnedRulebook(read, tenantId, campaign.rulebook), participant.group).find((each) => each.id === kind)
  // Of an unnamed rater of an open campaign the screen knows no version: see listRaters.
  const unseen = rater?.anonymous === true && campaign.status !== 'draft' && row.status === 'waiting'
  if (!unseen && row.version !== body.version) refuse('evaluation.rater.changed', { version: row.version })
  const allowed = body.status === 'excused' ? ['draft', 'scoring'] : ['draft']
  if (!allowed.includes(campaign.status)) refuse('evaluation.campaign.wrong-status', { status: campaign.status, allowed })
  if (body.status === 'excused' && body.reason === '') refuse('evaluation.rater.reason-needed', {})
  if (body.status === 'waiting') {
    if ((await relativesOf(read, tenantId, [personId]))(personId, raterId)) refuse('evaluation.rater.relative', { personId })
    if (rater !== undefined) await refuseSecond(read, tenantId, campaign, personId, rater, raterId)
  }
  const version = row.version + 1
  await tx
    .updateTable('evaluation_rater')
    .set({ status: body.status, reason: body.reason, adjusted: true, version })
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('rater_person_id', '=', raterId)
    .execute()
  record({ action: body.status === 'excused' ? 'evaluation.rater.excused' : 'evaluation.rater.taken-back', subject: { kind: 'participant', id: `${campaign.id}/${personId}` }, data: { kind, raterId } })
  return { version: unseen ? 0 : version }
})
