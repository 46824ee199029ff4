import type { Actor } from '#kernel/actor.ts'
import type { CampaignId, PersonId, ResultId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { decideLevel } from '../../domain/decision.ts'
import { mayAct, standingOf } from '../../domain/policy.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { loadParticipants } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { lockCurrentResults } from './result-record.ts'
import { storeDecisions, type StoredDecision } from './store-decisions.ts'

/** Somebody to decide on, with the version of the result that was looked at. */
export interface Looked {
  readonly personId: PersonId
  readonly version: number
}

/**
 * The authority decides on several people in one act, each at the level `decided` gives, or the provisional one where it
 * gives none. Refuses people the actor does not decide on, a result changed meanwhile, and a differing level without a reason.
 */
export async function decideSeveral(
  tx: Tx<'evaluation'>,
  read: Reader,
  actor: Actor,
  campaignId: CampaignId,
  looked: readonly Looked[],
  decided: ReadonlyMap<PersonId, { readonly level: string; readonly reason: string }>,
  now: Date,
): Promise<{ readonly resultId: ResultId; readonly level: string }[]> {
  const { tenantId } = actor
  const people = looked.map((each) => each.personId)
  const campaign = await holdCampaign(tx, read, tenantId, campaignId)
  const participants = new Map((await loadParticipants(read, tenantId, campaign.id, people)).map((one) => [one.personId, one]))
  const results = await lockCurrentResults(tx, read, tenantId, campaign.id, people)
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const decisions = looked.map(({ personId, version }): StoredDecision => {
    const participant = participants.get(personId)
    const result = results.get(personId)
    const standing = participant === undefined ? undefined : standingOf(actor, participant, false, new Set())
    if (participant === undefined || standing?.authority !== true || result === undefined) return refuse('platform.not-found')
    if (!mayAct('decide', standing, { status: participant.status, excluded: participant.excludedReason !== '' }, campaign.status)) {
      refuse('evaluation.result.wrong-status', { personId, status: participant.status, campaign: campaign.status })
    }
    if (result.version !== version) refuse('evaluation.result.changed', { personId, version: result.version, decidedLevel: result.decidedLevel, provisionalLevel: result.provisionalLevel })
    return { personId, resultId: result.id, ...decideLevel(rulebook, result.provisionalLevel, decided.get(personId) ?? { level: result.provisionalLevel, reason: '' }) }
  })
  await storeDecisions(tx, actor, campaign, decisions, now)
  return decisions.map(({ resultId, level }) => ({ resultId, level }))
}
