import type { Actor } from '#kernel/actor.ts'
import type { CampaignId, PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { PlanAct, PlanStatus } from '../../domain/plan-status.ts'
import { planActsOf, planOf, type AskedPlan } from '../../domain/plan.ts'
import { maySeeSheet, standingOf } from '../../domain/policy.ts'
import { fromShorterPeriods } from '../../domain/period-kinds.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { SheetLists } from '../../domain/sheet-lists.ts'
import { accessTo } from '../campaigns/campaign-access.ts'
import { holdCampaign, type Campaign } from '../campaigns/campaign-row.ts'
import { lockParticipant, type Participant } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'

/** A plan as stored. */
export interface StoredPlan {
  readonly version: number
  readonly status: PlanStatus
  readonly entries: SheetLists
  readonly proposedBy: PersonId | null
  readonly proposedAt: Date | null
  readonly settledBy: PersonId | null
  readonly settledAt: Date | null
  readonly reason: string
}

/** Where nothing was proposed yet. */
export const openPlan: StoredPlan = { version: 0, status: 'open', entries: {}, proposedBy: null, proposedAt: null, settledBy: null, settledAt: null, reason: '' }

/** The plan a campaign asks for in a group; none for a year that is the mean of its months. */
export function askedPlan(rulebook: CompiledRulebook, group: string, campaign: Pick<Campaign, 'period'>): AskedPlan | null {
  return fromShorterPeriods(rulebook, campaign.period.kind) ? null : planOf(rulebook, group)
}

/** Plans of these people in one campaign; who proposed none is not among them. */
export async function loadPlans(read: Reader, tenantId: TenantId, campaignId: CampaignId, people: readonly PersonId[]): Promise<Map<PersonId, StoredPlan>> {
  if (people.length === 0) return new Map()
  const rows = await read
    .selectFrom('evaluation_plan')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaignId)
    .where('person_id', 'in', [...people])
    .select(['person_id', 'version', 'status', 'entries', 'proposed_by', 'proposed_at', 'settled_by', 'settled_at', 'reason'])
    .execute()
  return new Map(
    rows.map((row) => [
      row.person_id as PersonId,
      {
        version: row.version,
        status: row.status as PlanStatus,
        entries: row.entries as unknown as SheetLists,
        proposedBy: row.proposed_by as PersonId | null,
        proposedAt: row.proposed_at as Date,
        settledBy: row.settled_by as PersonId | null,
        settledAt: row.settled_at as Date | null,
        reason: row.reason,
      },
    ]),
  )
}

/** The entries last approved for somebody under the same rulebook in another campaign; null when there are none. */
export async function lastApproved(read: Reader, tenantId: TenantId, campaign: Campaign, personId: PersonId): Promise<SheetLists | null> {
  const row = await read
    .selectFrom('evaluation_plan as p')
    .innerJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'p.campaign_id'))
    .where('p.tenant_id', '=', tenantId)
    .where('p.person_id', '=', personId)
    .where('p.status', '=', 'approved')
    .where('p.campaign_id', '<>', campaign.id)
    .where('c.rulebook_id', '=', campaign.rulebook.id)
    .where('c.period_from', '<=', campaign.period.from)
    .select('p.entries')
    .orderBy('c.period_from', 'desc')
    .orderBy('p.settled_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : (row.entries as unknown as SheetLists)
}

/** Somebody's plan about to be acted on. */
export interface HeldPlan {
  readonly campaign: Campaign
  readonly participant: Participant
  readonly rulebook: CompiledRulebook
  readonly asked: AskedPlan
  readonly plan: StoredPlan
}

/** Holds the file, looks at its plan, and refuses whoever may not do this to it now. */
export async function holdPlan(tx: Tx<'evaluation'>, read: Reader, actor: Actor, params: { campaignId: CampaignId; personId: PersonId }, act: PlanAct, version: number, today: CalendarDate): Promise<HeldPlan> {
  const { tenantId } = actor
  const campaign = await holdCampaign(tx, read, tenantId, params.campaignId)
  const participant = await lockParticipant(tx, read, tenantId, campaign.id, params.personId)
  const { manages } = await accessTo(campaign, actor, read, today)
  const standing = standingOf(actor, participant, manages, new Set())
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const asked = askedPlan(rulebook, participant.group, campaign)
  if (!maySeeSheet(standing) || asked === null || (campaign.status === 'draft' && !manages)) refuse('platform.not-found')
  const plan = (await loadPlans(read, tenantId, campaign.id, [participant.personId])).get(participant.personId) ?? openPlan
  const file = { status: participant.status, excluded: participant.excludedReason !== '' }
  if (!planActsOf(asked.rules, plan.status, standing, file, campaign.status).includes(act)) {
    // What somebody never may is not there for them; what they may at another time says so.
    const ever = act === 'propose' ? asked.rules.proposedBy.some((each) => (each === 'subject' ? standing.subject : standing.personnel)) : asked.rules.approvedBy === 'rater' ? standing.superior : standing.authority
    if (!ever) refuse('platform.not-found')
    refuse('evaluation.plan.wrong-status', { status: plan.status, file: participant.status })
  }
  if (plan.version !== version) refuse('evaluation.plan.changed', { version: plan.version })
  return { campaign, participant, rulebook, asked, plan }
}
