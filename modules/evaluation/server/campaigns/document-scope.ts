import type { Actor } from '#kernel/actor.ts'
import type { Reader } from '#platform/db/database.ts'
import { isPublished } from '../../domain/policy.ts'
import type { Campaign } from './campaign-row.ts'

/** Papers of a campaign that the actor may open. Papers about one person are for that person and those who score and decide. */
export function visibleDocuments(read: Reader, actor: Actor, campaign: Campaign, manages: boolean) {
  const rows = read.selectFrom('evaluation_document as d').where('d.tenant_id', '=', actor.tenantId).where('d.campaign_id', '=', campaign.id)
  if (manages) return rows
  const me = actor.personId
  const published = isPublished(campaign.status)
  return rows.where((where) =>
    where.or([
      where.and([where('d.person_id', 'is', null), where.val(published)]),
      where.and([where('d.person_id', '=', me), where.val(published)]),
      where.exists(
        where
          .selectFrom('evaluation_participant as p')
          .where('p.tenant_id', '=', actor.tenantId)
          .where('p.campaign_id', '=', campaign.id)
          .whereRef('p.person_id', '=', 'd.person_id')
          .where((file) => file.or([file('p.superior_id', '=', me), file('p.decider_id', '=', me)]))
          .select('p.person_id'),
      ),
    ]),
  )
}
