import { sql } from 'kysely'
import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import type { WorkCalendar } from '#kernel/working-days.ts'
import type { Reader } from '#platform/db/database.ts'
import type { CampaignState } from '../../domain/obstacles.ts'
import { participantStatuses, type ParticipantStatus } from '../../domain/participant.ts'
import { filingUntil } from '../../domain/petition.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { loadRaterState } from '../raters/rater-counts.ts'
import { countQuotas } from '../results/count-quotas.ts'
import type { Campaign } from './campaign-row.ts'

/** Counts over a campaign's files, as the board shows them. */
export interface CampaignCounts {
  readonly participants: number
  readonly excluded: number
  readonly unresolved: number
  readonly byStatus: Record<ParticipantStatus, number>
  readonly openPetitions: number
}

/** Counts of several campaigns in two statements. */
export async function loadCounts(read: Reader, tenantId: TenantId, campaigns: readonly Campaign[]): Promise<Map<string, CampaignCounts>> {
  const ids = campaigns.map((campaign) => campaign.id)
  if (ids.length === 0) return new Map()
  const files = await read
    .selectFrom('evaluation_participant')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', 'in', ids)
    .groupBy(['campaign_id', 'status'])
    .select([
      'campaign_id',
      'status',
      sql<number>`count(*)::int`.as('all'),
      sql<number>`(count(*) filter (where excluded_reason <> ''))::int`.as('excluded'),
      sql<number>`(count(*) filter (where excluded_reason = '' and (superior_id is null or decider_id is null or subject_group = '')))::int`.as('unresolved'),
    ])
    .execute()
  const petitions = await read
    .selectFrom('evaluation_petition')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', 'in', ids)
    .where('status', '=', 'open')
    .groupBy('campaign_id')
    .select(['campaign_id', sql<number>`count(*)::int`.as('open')])
    .execute()
  return new Map(
    ids.map((id) => {
      const own = files.filter((row) => row.campaign_id === id)
      const byStatus = Object.fromEntries(participantStatuses.map((status) => [status, 0])) as Record<ParticipantStatus, number>
      for (const row of own) byStatus[row.status as ParticipantStatus] += row.all - row.excluded
      const sum = (of: (row: (typeof own)[number]) => number): number => own.reduce((total, row) => total + of(row), 0)
      return [
        id,
        {
          participants: sum((row) => row.all),
          excluded: sum((row) => row.excluded),
          unresolved: sum((row) => row.unresolved),
          byStatus,
          openPetitions: petitions.find((row) => row.campaign_id === id)?.open ?? 0,
        },
      ] as const
    }),
  )
}

/** Petitions of these campaigns open beyond their term (article 22). */
export async function countOverduePetitions(read: Reader, tenantId: TenantId, campaigns: readonly Campaign[], today: CalendarDate): Promise<Map<string, number>> {
  if (campaigns.length === 0) return new Map()
  const rows = await read
    .selectFrom('evaluation_petition')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', 'in', campaigns.map((campaign) => campaign.id))
    .where('status', '=', 'open')
    .where('due_on', '<', today)
    .groupBy('campaign_id')
    .select(['campaign_id', sql<number>`count(*)::int`.as('overdue')])
    .execute()
  return new Map(rows.map((row) => [row.campaign_id, row.overdue]))
}

/** What the files say about the campaign's next act. Quotas are counted only where publishing may be next. */
export async function stateOf(read: Reader, tenantId: TenantId, campaign: Campaign, counts: CampaignCounts, rulebook: CompiledRulebook, calendar: WorkCalendar): Promise<CampaignState> {
  const { byStatus } = counts
  const quotas = campaign.status === 'deciding' ? await countQuotas(read, tenantId, campaign, rulebook, {}) : []
  return {
    participants: counts.participants - counts.excluded,
    unresolved: counts.unresolved,
    notScored: byStatus.waiting + byStatus.self_scoring + byStatus.superior_scoring,
    notDecided: byStatus.scored + byStatus.compiled + byStatus.waiting,
    raters: await loadRaterState(read, tenantId, campaign, rulebook),
    openMeetings: campaign.status === 'deciding' ? await countOpenMeetings(read, tenantId, campaign) : 0,
    openPetitions: counts.openPetitions,
    petitionUntil: petitionUntil(campaign, rulebook, calendar),
    quotasOver: quotas.filter((quota) => quota.over > 0).map(({ scope, over }) => ({ scope, over })),
  }
}

/** Meetings of the campaign under way; one opens only while its campaign awaits decision. */
async function countOpenMeetings(read: Reader, tenantId: TenantId, campaign: Campaign): Promise<number> {
  const { open } = await read
    .selectFrom('evaluation_meeting')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('status', '=', 'open')
    .select(sql<number>`count(*)::int`.as('open'))
    .executeTakeFirstOrThrow()
  return open
}

/** Last day for petitions against the results published with the campaign; null before publication. */
export function petitionUntil(campaign: Campaign, rulebook: CompiledRulebook, calendar: WorkCalendar): CalendarDate | null {
  return campaign.publishedAt === null ? null : filingUntil(vietnameseDay(campaign.publishedAt), rulebook, campaign.settings, calendar)
}
