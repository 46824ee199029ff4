import { refuse } from '#kernel/refusal.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Rater } from '../../domain/rulebook/compiled-rulebook.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'

/** Refuses a second rater of a kind that is one person: the first is left out before another takes the place. */
export async function refuseSecond(read: Reader, tenantId: TenantId, campaign: Campaign, personId: PersonId, rater: Rater, raterId: PersonId): Promise<void> {
  if (rater.several) return
  const other = await read
    .selectFrom('evaluation_rater')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('person_id', '=', personId)
    .where('kind', '=', rater.id)
    .where('rater_person_id', '<>', raterId)
    .where('status', '<>', 'excused')
    .select('rater_person_id')
    .limit(1)
    .executeTakeFirst()
  if (other !== undefined) refuse('evaluation.rater.one-only', { kind: rater.id })
}
