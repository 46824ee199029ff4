import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import type { PersonId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { subjectSheetView } from '../../contract/views.ts'
import { periodLabel } from '../../domain/period.ts'
import { campaignOf, selectCampaigns, type Campaign } from '../campaigns/campaign-row.ts'

/** Other running campaigns whose period overlaps and that score this person too, as far as the actor has a part in that file. */
export async function alsoScoredIn(read: Reader, actor: Actor, campaign: Campaign, personId: PersonId): Promise<z.input<typeof subjectSheetView>['alsoIn']> {
  const rows = await selectCampaigns(read, actor.tenantId)
    .innerJoin('evaluation_participant as p', (join) => join.on('p.tenant_id', '=', actor.tenantId).onRef('p.campaign_id', '=', 'c.id'))
    .where('p.person_id', '=', personId)
    .where('p.excluded_reason', '=', '')
    .where((where) => where.or([where('p.person_id', '=', actor.personId), where('p.superior_id', '=', actor.personId), where('p.decider_id', '=', actor.personId)]))
    .where('c.id', '<>', campaign.id)
    .where('c.status', 'in', ['scoring', 'compiling', 'deciding'])
    .where('c.period_from', '<=', campaign.period.to)
    .where('c.period_to', '>=', campaign.period.from)
    .orderBy('c.period_from')
    .orderBy('c.id')
    .execute()
  return rows.map(campaignOf).map((other) => ({ id: other.id, name: other.name, period: { label: periodLabel(other.period) } }))
}
