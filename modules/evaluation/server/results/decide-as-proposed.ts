import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { decideLevel } from '../../domain/decision.ts'
import { mayAct, standingOf } from '../../domain/policy.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { loadParticipants } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { lockCurrentResults } from './result-record.ts'
import { storeDecisions } from './store-decisions.ts'

/** Decides several people at their provisional levels in one act; each is named with the version that was looked at. */
export const decideAsProposed = command(resultRoutes.decideAsProposed, async ({ params, body, actor, tx, read, now, record }) => {
  const { tenantId } = actor
  const people = body.results.map((each) => each.personId)
  const campaign = await holdCampaign(tx, read, tenantId, params.campaignId)
  const participants = new Map((await loadParticipants(read, tenantId, campaign.id, people)).map((one) => [one.personId, one]))
  const results = await lockCurrentResults(tx, read, tenantId, campaign.id, people)
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const decisions = body.results.map(({ personId, version }) => {
    const participant = participants.get(personId)
    const result = results.get(personId)
    const standing = participant === undefined ? undefined : standingOf(actor, participant, false, new Set())
    if (participant === undefined || standing?.authority !== true || result === undefined) return refuse('platform.not-found')
    if (!mayAct('decide', standing, { status: participant.status, excluded: participant.excludedReason !== '' }, campaign.status)) {
      refuse('evaluation.result.wrong-status', { personId, status: participant.status, campaign: campaign.status })
    }
    if (result.version !== version) refuse('evaluation.result.changed', { personId, version: result.version, decidedLevel: result.decidedLevel, provisionalLevel: result.provisionalLevel })
    return { personId, resultId: result.id, ...decideLevel(rulebook, result.provisionalLevel, { level: result.provisionalLevel, reason: '' }) }
  })
  await storeDecisions(tx, actor, campaign, decisions, now)
  record({ action: 'evaluation.result.decided-as-proposed', subject: { kind: 'campaign', id: campaign.id }, data: { results: decisions.map(({ resultId, level }) => ({ resultId, level })) } })
  return { decided: decisions.length }
})
