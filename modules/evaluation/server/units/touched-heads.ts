import { sql } from 'kysely'
import type { CampaignId, PersonId, TenantId, UnitId } from '#kernel/id.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { organisationLevelFact } from '../../domain/facts.ts'
import type { ParticipantStatus } from '../../domain/participant.ts'
import { campaignOf, holdCampaign, selectCampaigns, type Campaign } from '../campaigns/campaign-row.ts'
import { lockParticipant } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { computeResults } from '../results/compute-results.ts'
import type { UnitCampaign } from './unit-row.ts'

/** A head whose level the organisation's bounds, in a campaign of the same period. */
export interface TouchedHead {
  readonly campaign: Campaign
  readonly unitId: UnitId
  readonly personId: PersonId
  readonly deciderId: PersonId | null
  readonly status: ParticipantStatus
  readonly decidedLevel: string | null
  readonly published: boolean
}

/** Heads of these organisations in campaigns of the round's period, under rulebooks that know the organisation's level. */
export async function touchedHeads(read: Reader, tenantId: TenantId, { period }: Pick<UnitCampaign, 'period'>, units: readonly UnitId[]): Promise<TouchedHead[]> {
  if (units.length === 0) return []
  const campaigns = (
    await selectCampaigns(read, tenantId)
      .where('c.period_kind', '=', period.kind)
      .where('c.period_from', '=', period.from)
      .where('c.period_to', '=', period.to)
      .where('c.status', 'not in', ['draft', 'cancelled'])
      .execute()
  ).map(campaignOf)
  const bounded = new Map<string, Campaign>()
  for (const campaign of campaigns) if (organisationLevelFact(await pinnedRulebook(read, tenantId, campaign.rulebook)) !== undefined) bounded.set(campaign.id, campaign)
  if (bounded.size === 0) return []
  const rows = await read
    .selectFrom('evaluation_participant as p')
    .leftJoin('evaluation_result as r', (join) =>
      join.on('r.tenant_id', '=', tenantId).onRef('r.campaign_id', '=', 'p.campaign_id').onRef('r.person_id', '=', 'p.person_id').on('r.replaced_by', 'is', null),
    )
    .where('p.tenant_id', '=', tenantId)
    .where('p.campaign_id', 'in', [...bounded.keys()])
    .where('p.unit_id', 'in', [...units])
    .where('p.is_head', '=', true)
    .where('p.excluded_reason', '=', '')
    .select(['p.campaign_id', 'p.unit_id', 'p.person_id', 'p.decider_id', 'p.status', 'r.decided_level', sql<boolean>`r.published_at is not null`.as('published')])
    .orderBy('p.campaign_id')
    .orderBy('p.person_id')
    .execute()
  return rows.flatMap((row) => {
    const campaign = bounded.get(row.campaign_id as CampaignId)
    return campaign === undefined
      ? []
      : [{ campaign, unitId: row.unit_id as UnitId, personId: row.person_id as PersonId, deciderId: row.decider_id as PersonId | null, status: row.status as ParticipantStatus, decidedLevel: row.decided_level, published: row.published }]
  })
}

/**
 * Computes the heads of an organisation again under its new level, as far as they are computed and not decided; a decided
 * one is never touched, only shown. Gives how many were computed.
 */
export async function computeHeadsAgain(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, round: UnitCampaign, unitId: UnitId, now: Date): Promise<number> {
  let computed = 0
  for (const { campaign: seen, personId } of await touchedHeads(read, tenantId, round, [unitId])) {
    const campaign = await holdCampaign(tx, read, tenantId, seen.id)
    const head = await lockParticipant(tx, read, tenantId, campaign.id, personId)
    if (head.status !== 'compiled' || (campaign.status !== 'compiling' && campaign.status !== 'deciding')) continue
    const before = await read.selectFrom('evaluation_result').where('tenant_id', '=', tenantId).where('campaign_id', '=', campaign.id).where('person_id', '=', personId).where('replaced_by', 'is', null).select('version').executeTakeFirst()
    await computeResults(tx, read, tenantId, campaign, await pinnedRulebook(read, tenantId, campaign.rulebook), [head], now)
    // Whoever looked at the result before this is told that it changed.
    await tx.updateTable('evaluation_result').set({ version: (before?.version ?? 0) + 1 }).where('tenant_id', '=', tenantId).where('campaign_id', '=', campaign.id).where('person_id', '=', personId).where('replaced_by', 'is', null).execute()
    computed += 1
  }
  return computed
}
