import { sql } from 'kysely'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { organisationAsOf } from '#modules/organisation/server/index.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { postsDay } from '../../domain/period.ts'
import { kindsOf } from '../../domain/raters.ts'
import { resolveRaters } from '../../domain/resolve-raters.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import { loadParticipants } from '../campaigns/participant-row.ts'
import { askedOf } from './asked-of.ts'
import { relativesOf } from './kinships.ts'

const relativeReason = 'Quan hệ thân thích đã khai báo'

/**
 * Resolves who rates whom beside the subject and the superior, and stores it; who was added or left out by hand stays.
 * A declared relative stands as left out, with that reason. Draft only; all participants, or these.
 */
export async function resolveCampaignRaters(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, campaign: Campaign, rulebook: CompiledRulebook, today: CalendarDate, only?: readonly PersonId[]): Promise<void> {
  if (kindsOf(rulebook).length === 0) return
  const organisation = await organisationAsOf(read, tenantId, postsDay(campaign.period, today))
  const participants = await loadParticipants(read, tenantId, campaign.id, only)
  const asked = await askedOf(read, tenantId, campaign, rulebook, participants)
  const raters = resolveRaters({
    units: organisation.units,
    holdings: organisation.holdings,
    rulebook,
    participants: participants.filter((each) => each.excludedReason === '').map((each) => ({ ...each, asked: asked.get(each.personId) ?? new Set() })),
    areRelatives: await relativesOf(read, tenantId, participants.map((each) => each.personId)),
  })
  await sql`delete from evaluation_rater where tenant_id = ${tenantId} and campaign_id = ${campaign.id} and not adjusted
    and person_id = any(${participants.map((each) => each.personId)}::uuid[])`.execute(tx)
  if (raters.length === 0) return
  const rows = raters.map((each) => ({ person_id: each.personId, kind: each.kind, rater_person_id: each.raterId, status: each.relative ? 'excused' : 'waiting', reason: each.relative ? relativeReason : '' }))
  await sql`insert into evaluation_rater (tenant_id, campaign_id, person_id, kind, rater_person_id, status, reason)
    select ${tenantId}::uuid, ${campaign.id}::uuid, r.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id uuid, kind text, rater_person_id uuid, status text, reason text)
    on conflict (tenant_id, campaign_id, person_id, kind, rater_person_id) do nothing`.execute(tx)
}

/** Forgets the raters of people who are no longer in a draft. */
export async function removeRatersExcept(tx: Tx<'evaluation'>, tenantId: TenantId, campaign: Campaign, kept: readonly PersonId[]): Promise<void> {
  await sql`delete from evaluation_rater where tenant_id = ${tenantId} and campaign_id = ${campaign.id}
    and not (person_id = any(${[...kept]}::uuid[]))`.execute(tx)
}
