import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { CampaignId, PersonId, TenantId } from '#kernel/id.ts'
import type { WorkCalendar } from '#kernel/working-days.ts'
import type { Reader } from '#platform/db/database.ts'
import { respondUntil } from '../../domain/early-response.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'

/** What somebody said to the superior's points before the decision, the oldest first. */
export async function loadEarlyResponses(read: Reader, tenantId: TenantId, campaignId: CampaignId, personId: PersonId): Promise<{ text: string; givenAt: string }[]> {
  const rows = await read
    .selectFrom('evaluation_early_response')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaignId)
    .where('person_id', '=', personId)
    .select(['text', 'given_at'])
    .orderBy('given_at')
    .execute()
  return rows.map((row) => ({ text: row.text, givenAt: (row.given_at as Date).toISOString() }))
}

/** Last day to respond to the superior's points; null while they are not sent on, or when the campaign asks for no response. */
export function earlyUntil(campaign: Pick<Campaign, 'settings'>, sentAt: Date | null | undefined, calendar: WorkCalendar): CalendarDate | null {
  return sentAt === null || sentAt === undefined ? null : respondUntil(vietnameseDay(sentAt), campaign.settings, calendar)
}
