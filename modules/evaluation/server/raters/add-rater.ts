import { sql } from 'kysely'
import { refuse } from '#kernel/refusal.ts'
import { holdStructure, personNames } from '#modules/organisation/server/index.ts'
import { command } from '#platform/http/handler.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { fromShorterPeriods } from '../../domain/period-kinds.ts'
import { otherKinds } from '../../domain/raters.ts'
import { requireManages } from '../campaigns/campaign-access.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { lockParticipant } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { relativesOf } from './kinships.ts'
import { refuseSecond } from './refuse-second.ts'

/** Adds a rater the posts did not give, with the reason; nobody rates themselves or a declared relative. Draft only. */
export const addRater = command(raterRoutes.addRater, async ({ params, body, actor, tx, read, today, record }) => {
  const { tenantId } = actor
  await holdStructure(read, tenantId)
  const campaign = await holdCampaign(tx, read, tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  const participant = await lockParticipant(tx, read, tenantId, campaign.id, params.personId)
  if (campaign.status !== 'draft') refuse('evaluation.campaign.wrong-status', { status: campaign.status, allowed: ['draft'] })
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const kinds = fromShorterPeriods(rulebook, campaign.period.kind) ? [] : otherKinds(rulebook, participant.group)
  const rater = kinds.find((each) => each.id === body.kind)
  if (rater === undefined) refuse('evaluation.rater.unknown-kind', { kind: body.kind, kinds: kinds.map((each) => each.id) })
  if (body.raterId === params.personId) refuse('evaluation.rater.self', {})
  if ((await personNames(read, tenantId, [body.raterId])).size === 0) refuse('platform.not-found')
  if ((await relativesOf(read, tenantId, [params.personId]))(params.personId, body.raterId)) refuse('evaluation.rater.relative', { personId: params.personId })
  await refuseSecond(read, tenantId, campaign, params.personId, rater, body.raterId)
  const made = await sql<{ version: number }>`insert into evaluation_rater (tenant_id, campaign_id, person_id, kind, rater_person_id, status, reason, adjusted)
    values (${tenantId}, ${campaign.id}, ${params.personId}, ${body.kind}, ${body.raterId}, 'waiting', ${body.reason}, true)
    on conflict do nothing returning version`.execute(tx)
  const [row] = made.rows
  if (row === undefined) refuse('evaluation.rater.already', {})
  record({ action: 'evaluation.rater.added', subject: { kind: 'participant', id: `${campaign.id}/${params.personId}` }, data: { kind: body.kind, raterId: body.raterId } })
  return { version: row.version }
})
