import type { z } from 'zod'
import type { TenantId, UnitId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { unitBoundView } from '../../contract/views.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { boundLevel, unitBound, type UnitBound, type UnitLevelSource } from '../../domain/unit-levels.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { selectUnitCampaigns, unitCampaignOf, type UnitCampaignId } from './unit-row.ts'

/** Running or finished rounds of a period with the document each follows. */
async function roundsOf(read: Reader, tenantId: TenantId, { period }: Pick<Campaign, 'period'>): Promise<Map<string, string>> {
  const rows = await selectUnitCampaigns(read, tenantId)
    .where('c.period_kind', '=', period.kind)
    .where('c.period_from', '=', period.from)
    .where('c.period_to', '=', period.to)
    .where('c.status', 'in', ['running', 'published', 'closed'])
    .execute()
  const documents = new Map<string, string>()
  for (const campaign of rows.map(unitCampaignOf)) documents.set(campaign.id, (await pinnedRulebook(read, tenantId, campaign.rulebook)).document.number)
  return documents
}

/** What bounds the heads of each organisation in a campaign (article 20.6): rounds of the same period, then what was recorded by hand. */
export async function loadUnitBounds(read: Reader, tenantId: TenantId, campaign: Campaign, rulebook: CompiledRulebook): Promise<(unitId: UnitId) => UnitBound> {
  const documents = await roundsOf(read, tenantId, campaign)
  const sources = documents.size === 0 ? [] : await levelSources(read, tenantId, documents)
  const recorded = await read.selectFrom('evaluation_unit_level').where('tenant_id', '=', tenantId).where('campaign_id', '=', campaign.id).select(['unit_id', 'level']).execute()
  const byUnit = Map.groupBy(sources, (source) => source.unitId)
  const byHand = new Map(recorded.map((row) => [row.unit_id, row.level]))
  const known = rulebook.levels.map((level) => level.id)
  return (unitId) => unitBound(rulebook.document.number, known, byUnit.get(unitId) ?? [], byHand.get(unitId) ?? null)
}

async function levelSources(read: Reader, tenantId: TenantId, documents: ReadonlyMap<string, string>): Promise<UnitLevelSource[]> {
  const rows = await read
    .selectFrom('evaluation_unit_file as f')
    .leftJoin('evaluation_unit_result as r', (join) =>
      join.on('r.tenant_id', '=', tenantId).onRef('r.campaign_id', '=', 'f.campaign_id').onRef('r.unit_id', '=', 'f.unit_id').on('r.replaced_by', 'is', null),
    )
    .where('f.tenant_id', '=', tenantId)
    .where('f.campaign_id', 'in', [...documents.keys()])
    .where('f.excluded_reason', '=', '')
    .select(['f.unit_id', 'f.campaign_id', 'r.decided_level'])
    .execute()
  return rows.map((row) => ({ unitId: row.unit_id as UnitId, level: row.decided_level, unitCampaignId: row.campaign_id, documentNumber: documents.get(row.campaign_id) ?? '' }))
}

/** A bound as screens get it. */
export function boundView(bound: UnitBound): z.input<typeof unitBoundView> {
  return {
    kind: bound.kind,
    level: boundLevel(bound) ?? null,
    recorded: bound.kind === 'decided' ? bound.recorded : null,
    levels: bound.kind === 'conflict' ? [...bound.levels] : [],
    unitCampaignId: bound.kind === 'decided' || bound.kind === 'waits' || bound.kind === 'conflict' ? (bound.unitCampaignId as UnitCampaignId) : null,
  }
}
