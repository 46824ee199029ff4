import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { countQuotas as countLevels } from '../../domain/scoring/classify.ts'
import type { QuotaAnswer } from '../../domain/scoring/types.ts'
import { engineSettings, type Campaign } from '../campaigns/campaign-row.ts'

/** Another base or rate to try, beside those the campaign was opened with. */
export interface QuotaTrial {
  readonly base?: string | undefined
  readonly rate?: string | undefined
}

/** Quotas over the levels decided so far, the provisional level standing in where nothing is decided yet (article 20.5). */
export async function countQuotas(read: Reader, tenantId: TenantId, campaign: Campaign, rulebook: CompiledRulebook, trial: QuotaTrial): Promise<QuotaAnswer[]> {
  const rows = await read
    .selectFrom('evaluation_participant as p')
    .innerJoin('evaluation_result as r', (join) =>
      join.on('r.tenant_id', '=', tenantId).onRef('r.campaign_id', '=', 'p.campaign_id').onRef('r.person_id', '=', 'p.person_id').on('r.replaced_by', 'is', null),
    )
    .where('p.tenant_id', '=', tenantId)
    .where('p.campaign_id', '=', campaign.id)
    .where('p.excluded_reason', '=', '')
    .select(['p.person_id', 'p.peer_group', 'r.provisional_level', 'r.decided_level'])
    .execute()
  const settings = engineSettings(campaign.settings)
  const tried = { ...settings, ...(trial.base === undefined ? {} : { 'quota.base': trial.base }), ...(trial.rate === undefined ? {} : { 'quota.rate': trial.rate }) }
  return countLevels(
    rulebook,
    tried,
    rows.map((row) => ({ peerGroup: row.peer_group, level: row.decided_level ?? row.provisional_level })),
  )
}
