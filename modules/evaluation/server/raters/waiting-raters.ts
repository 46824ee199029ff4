import type { CampaignId, TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'

/** Who has still to send as one of these kinds of rater, one row for each person and kind: they are asked for all their sheets at once. */
export function selectWaitingRaters(read: Reader, tenantId: TenantId, campaignId: CampaignId, kinds: readonly string[]) {
  return read
    .selectFrom('evaluation_rater as r')
    .innerJoin('evaluation_participant as p', (join) => join.on('p.tenant_id', '=', tenantId).onRef('p.campaign_id', '=', 'r.campaign_id').onRef('p.person_id', '=', 'r.person_id'))
    .where('r.tenant_id', '=', tenantId)
    .where('r.campaign_id', '=', campaignId)
    .where('r.kind', 'in', [...kinds])
    .where('p.excluded_reason', '=', '')
    .groupBy(['r.rater_person_id', 'r.kind'])
    .having((column) => column.eb(column.fn.countAll().filterWhere('r.status', '=', 'waiting'), '>', 0))
    .select(['r.rater_person_id', 'r.kind'])
}
