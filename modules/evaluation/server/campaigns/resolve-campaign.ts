import { sql } from 'kysely'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { organisationAsOf } from '#modules/organisation/server/index.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { awayReason, noGroupReason } from '../../domain/facts.ts'
import { postsDay } from '../../domain/period.ts'
import { keepAdjusted, problemsOf, resolveParticipants } from '../../domain/resolution.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { relativesOf } from '../raters/kinships.ts'
import { removeRatersExcept, resolveCampaignRaters } from '../raters/resolve-campaign-raters.ts'
import type { Campaign } from './campaign-row.ts'
import { loadParticipants } from './participant-row.ts'
import { loadServiceRecords } from './service-records.ts'

/** How many people the posts gave, and for how many something is still open. */
export interface Resolution {
  readonly participants: number
  readonly unresolved: number
}

/**
 * Resolves who is scored, by whom and who decides from the posts of the day (articles 10, 19.1) and stores it; what was
 * set by hand stays. Somebody away on leave for the whole period, or in a post no group of the rulebook takes, is left out with
 * that reason. Draft only.
 */
export async function resolveCampaign(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, campaign: Campaign, rulebook: CompiledRulebook, today: CalendarDate): Promise<Resolution> {
  const organisation = await organisationAsOf(read, tenantId, postsDay(campaign.period, today))
  const resolved = resolveParticipants({
    units: organisation.units,
    holdings: organisation.holdings,
    scopeUnitId: campaign.scopeUnitId,
    subjectStatuses: campaign.subjectStatuses,
    rulebook,
  })
  const stored = new Map((await loadParticipants(read, tenantId, campaign.id)).map((participant) => [participant.personId, participant]))
  const records = await loadServiceRecords(read, tenantId, resolved.map((one) => one.personId), campaign.period)
  const areRelatives = await relativesOf(read, tenantId, resolved.map((one) => one.personId))
  const rows = resolved.map((found) => {
    // Nobody scores or decides on a relative: the posts then give no answer, and a person chooses.
    const free = (id: PersonId | null): PersonId | null => (id !== null && areRelatives(found.personId, id) ? null : id)
    const one = { ...found, superiorId: free(found.superiorId), deciderId: free(found.deciderId) }
    const before = stored.get(one.personId)
    const kept = keepAdjusted(one, before)
    if (before?.adjusted.includes('excluded') === true) return { ...kept, excludedReason: before.excludedReason }
    const record = records.get(one.personId)
    const away = record === undefined ? '' : awayReason(campaign.period, record)
    return { ...kept, excludedReason: away === '' && kept.group === '' ? noGroupReason : away }
  })
  await removeRatersExcept(tx, tenantId, campaign, rows.map((row) => row.personId))
  await removeOthers(tx, tenantId, campaign, rows.map((row) => row.personId))
  await putRows(tx, tenantId, campaign, rows)
  await resolveCampaignRaters(tx, read, tenantId, campaign, rulebook, today)
  return { participants: rows.filter((row) => row.excludedReason === '').length, unresolved: rows.filter((row) => problemsOf(row).length > 0).length }
}

async function removeOthers(tx: Tx<'evaluation'>, tenantId: TenantId, campaign: Campaign, kept: readonly PersonId[]): Promise<void> {
  await sql`delete from evaluation_participant where tenant_id = ${tenantId} and campaign_id = ${campaign.id}
    and not (person_id = any(${[...kept]}::uuid[]))`.execute(tx)
}

type Row = ReturnType<typeof keepAdjusted> & { readonly excludedReason: string }

async function putRows(tx: Tx<'evaluation'>, tenantId: TenantId, campaign: Campaign, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map((row) => ({
    person_id: row.personId,
    unit_id: row.unitId,
    post_id: row.postId,
    title: row.title,
    subject_group: row.group,
    peer_group: row.peerGroup,
    is_head: row.isHead,
    variants: row.variants,
    superior_id: row.superiorId,
    decider_id: row.deciderId,
    excluded_reason: row.excludedReason,
    sort_name: row.sortName,
  }))
  await sql`insert into evaluation_participant
      (tenant_id, campaign_id, person_id, unit_id, post_id, title, subject_group, peer_group, is_head, variants, superior_id, decider_id, excluded_reason, sort_name, status)
    select ${tenantId}::uuid, ${campaign.id}::uuid, r.*, 'waiting'
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r(person_id uuid, unit_id uuid, post_id uuid, title text, subject_group text,
      peer_group text, is_head boolean, variants jsonb, superior_id uuid, decider_id uuid, excluded_reason text, sort_name text)
    on conflict (tenant_id, campaign_id, person_id) do update set unit_id = excluded.unit_id, post_id = excluded.post_id, title = excluded.title,
      subject_group = excluded.subject_group, peer_group = excluded.peer_group, is_head = excluded.is_head, variants = excluded.variants,
      superior_id = excluded.superior_id, decider_id = excluded.decider_id, excluded_reason = excluded.excluded_reason,
      sort_name = excluded.sort_name, version = evaluation_participant.version + 1`.execute(tx)
}
