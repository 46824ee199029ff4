import type { Actor } from '#kernel/actor.ts'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { planTransitions, type PlanAct, type PlanStatus } from '../../domain/plan-status.ts'
import { plannedFacts } from '../../domain/plan.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { askedPlan } from './plan-row.ts'

/** A plan that waits for somebody: the person scored to propose it, or who is competent to approve it. */
export interface WaitingPlan {
  readonly campaign: Campaign
  readonly personId: PersonId
  readonly act: Extract<PlanAct, 'propose' | 'approve'>
}

/** Plans that wait for the actor in the campaigns being scored; one statement, and none where no rulebook asks for plans. */
export async function plansWaiting(read: Reader, actor: Actor, running: readonly Campaign[]): Promise<WaitingPlan[]> {
  const me = actor.personId
  const scoring = running.filter((campaign) => campaign.status === 'scoring')
  if (me === null || scoring.length === 0) return []
  const rulebooks = new Map(await Promise.all(scoring.map(async (campaign) => [campaign.id, { campaign, rulebook: await pinnedRulebook(read, actor.tenantId, campaign.rulebook) }] as const)))
  const asking = [...rulebooks.values()].filter(({ rulebook }) => plannedFacts(rulebook).size > 0).map(({ campaign }) => campaign.id)
  if (asking.length === 0) return []
  const rows = await read
    .selectFrom('evaluation_participant as p')
    .leftJoin('evaluation_plan as t', (join) => join.on('t.tenant_id', '=', actor.tenantId).onRef('t.campaign_id', '=', 'p.campaign_id').onRef('t.person_id', '=', 'p.person_id'))
    .where('p.tenant_id', '=', actor.tenantId)
    .where('p.campaign_id', 'in', asking)
    .where('p.excluded_reason', '=', '')
    .where('p.status', '=', 'self_scoring')
    .where((where) => where.or([where('p.person_id', '=', me), where('p.superior_id', '=', me), where('p.decider_id', '=', me)]))
    .select(['p.campaign_id', 'p.person_id', 'p.superior_id', 'p.decider_id', 'p.subject_group', 't.status'])
    .execute()
  return rows.flatMap((row): WaitingPlan[] => {
    const known = rulebooks.get(row.campaign_id as CampaignId)
    const asked = known === undefined ? null : askedPlan(known.rulebook, row.subject_group, known.campaign)
    if (known === undefined || asked === null) return []
    const status = (row.status ?? 'open') as PlanStatus
    const waiting = { campaign: known.campaign, personId: row.person_id as PersonId }
    const may = (act: WaitingPlan['act']): boolean => (planTransitions[act].from as readonly PlanStatus[]).includes(status)
    if (row.person_id === me) return asked.rules.proposedBy.includes('subject') && status !== 'proposed' && may('propose') ? [{ ...waiting, act: 'propose' }] : []
    const competent = asked.rules.approvedBy === 'rater' ? row.superior_id === me : row.decider_id === me
    return competent && may('approve') ? [{ ...waiting, act: 'approve' }] : []
  })
}
