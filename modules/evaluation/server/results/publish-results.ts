import { sql } from 'kysely'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import type { Tx } from '#platform/db/database.ts'
import { monthsOf } from '../../domain/period.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'

/** Makes the decided results known: from here on they change only by a replacing record (article 21.3). */
export async function publishResults(tx: Tx<'evaluation'>, tenantId: TenantId, campaign: Campaign, now: Date): Promise<void> {
  await sql`update evaluation_result set published_at = ${now}, version = version + 1
    where tenant_id = ${tenantId} and campaign_id = ${campaign.id} and published_at is null and decided_level is not null`.execute(tx)
  await writePeriodScores(tx, tenantId, campaign)
}

/** Months a campaign's results stand for: a quarter scored as a whole stands in its three months, unless the body does not take quarters. */
export function scoreMonths(campaign: Campaign): CalendarDate[] {
  if (campaign.period.kind === 'year') return []
  if (campaign.period.kind === 'quarter' && campaign.settings['quarterlyBodies'] === 'not_allowed') return []
  return monthsOf(campaign.period)
}

/** Writes the scores of the months from the results in force; a replacing result takes the place of the one before. */
export async function writePeriodScores(tx: Tx<'evaluation'>, tenantId: TenantId, campaign: Campaign, resultId: string | null = null): Promise<void> {
  const months = scoreMonths(campaign)
  if (months.length === 0) return
  await sql`insert into evaluation_period_score (tenant_id, person_id, month, rulebook_id, exact_total, total, source, result_id)
    select r.tenant_id, r.person_id, m.month, ${campaign.rulebook.id}::text, r.exact_total, r.total, 'campaign', r.id
    from evaluation_result r cross join unnest(${months}::date[]) as m(month)
    where r.tenant_id = ${tenantId} and r.campaign_id = ${campaign.id} and r.replaced_by is null and r.published_at is not null
      and r.exact_total is not null and r.total is not null and (${resultId}::uuid is null or r.id = ${resultId}::uuid)
    on conflict (tenant_id, person_id, month, rulebook_id) do update set exact_total = excluded.exact_total, total = excluded.total,
      source = excluded.source, result_id = excluded.result_id, note = excluded.note`.execute(tx)
}
