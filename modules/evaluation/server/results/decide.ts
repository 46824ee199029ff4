import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { decideLevel } from '../../domain/decision.ts'
import { mayAct } from '../../domain/policy.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { lockParticipant } from '../campaigns/participant-row.ts'
import { loadResultFile } from './file-of-result.ts'
import { lockCurrentResults } from './result-record.ts'
import { storeDecisions } from './store-decisions.ts'

/** The authority decides a level (article 10.2); differing from the provisional one takes a reason. */
export const decide = command(resultRoutes.decide, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { campaignId, personId } = params
  await holdCampaign(tx, read, actor.tenantId, campaignId)
  await lockParticipant(tx, read, actor.tenantId, campaignId, personId)
  const { campaign, participant, standing, rulebook } = await loadResultFile(read, actor, campaignId, personId, today)
  if (!standing.authority) refuse('platform.not-found')
  if (!mayAct('decide', standing, { status: participant.status, excluded: participant.excludedReason !== '' }, campaign.status)) {
    refuse('evaluation.result.wrong-status', { status: participant.status, campaign: campaign.status })
  }
  const result = (await lockCurrentResults(tx, read, actor.tenantId, campaignId, [personId])).get(personId)
  if (result === undefined) refuse('platform.not-found')
  if (result.version !== body.version) refuse('evaluation.result.changed', { version: result.version, decidedLevel: result.decidedLevel, provisionalLevel: result.provisionalLevel })
  const decision = decideLevel(rulebook, result.provisionalLevel, body)
  await storeDecisions(tx, actor, campaign, [{ personId, resultId: result.id, ...decision }], now)
  record({ action: 'evaluation.result.decided', subject: { kind: 'result', id: result.id }, data: { provisional: result.provisionalLevel, decided: decision.level, before: result.decidedLevel } })
  return { version: result.version + 1, decidedLevel: decision.level }
})
