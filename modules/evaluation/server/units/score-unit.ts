import type { TenantId, UnitId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Facts } from '../../domain/facts.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { previewTotal } from '../../domain/scoring/preview-total.ts'
import type { ScoreInput, ScoreResult } from '../../domain/scoring/types.ts'
import { failingLevel } from '../../domain/unit-campaign.ts'
import { derivedUnitFacts, unitInput } from '../../domain/unit-facts.ts'
import { directlyBelow, isDecided } from '../../domain/unit-order.ts'
import { engineSettings } from '../campaigns/campaign-row.ts'
import type { UnitRecord, UnitSheet } from './unit-records.ts'
import type { UnitCampaign, UnitFile } from './unit-row.ts'

/** What the round knows of each organisation by itself: failing sub-units from the levels below, failing quarters of the year. */
export async function knownUnitFacts(read: Reader, tenantId: TenantId, campaign: UnitCampaign, rulebook: CompiledRulebook, files: readonly UnitFile[], records: readonly UnitRecord[]): Promise<(unitId: UnitId) => Facts> {
  const below = directlyBelow(files)
  const levels = new Map(records.filter((record) => record.replacedBy === null).map((record) => [record.unitId, record.decidedLevel]))
  const quarters = await failingQuarters(read, tenantId, campaign, rulebook)
  return (unitId) => {
    const units = below.get(unitId) ?? []
    const levelsBelow = units.every((unit) => isDecided(unit.status)) ? units.flatMap((unit) => levels.get(unit.unitId) ?? []) : null
    return derivedUnitFacts(rulebook, { period: campaign.period, levelsBelow, failingQuarters: quarters.get(unitId) ?? null })
  }
}

/** For a year: how many quarters each organisation failed in published rounds under the same rulebook. */
async function failingQuarters(read: Reader, tenantId: TenantId, campaign: UnitCampaign, rulebook: CompiledRulebook): Promise<Map<UnitId, number>> {
  if (campaign.period.kind !== 'year') return new Map()
  const rows = await read
    .selectFrom('evaluation_unit_result as r')
    .innerJoin('evaluation_unit_campaign as c', (join) => join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'r.campaign_id'))
    .where('r.tenant_id', '=', tenantId)
    .where('r.replaced_by', 'is', null)
    .where('r.published_at', 'is not', null)
    .where('c.rulebook_id', '=', campaign.rulebook.id)
    .where('c.period_kind', '=', 'quarter')
    .where('c.period_from', '>=', campaign.period.from)
    .where('c.period_to', '<=', campaign.period.to)
    .select(['r.unit_id', 'r.decided_level'])
    .execute()
  const failing = failingLevel(rulebook)
  const counted = new Map<UnitId, number>()
  for (const row of rows) counted.set(row.unit_id as UnitId, (counted.get(row.unit_id as UnitId) ?? 0) + (row.decided_level === failing ? 1 : 0))
  return counted
}

/** An organisation's score from one side's sheet, with the input it was computed from; the problems as reasons where the sheet does not fit. */
export function scoreUnit(campaign: UnitCampaign, rulebook: CompiledRulebook, file: UnitFile, sheet: UnitSheet | undefined, facts: Facts): { input: ScoreInput; score: ScoreResult } {
  const input = unitInput(rulebook, engineSettings(campaign.settings), file.group, sheet ?? { points: {}, facts: {}, lists: {} }, facts)
  const { result, problems } = previewTotal(rulebook, input)
  if (result !== null) return { input, score: result }
  const reasons = problems.map(({ path, message }) => ({ code: 'input', vi: message, en: message, article: null, path }))
  return { input, score: { total: null, exact: null, terms: {}, taskPoints: null, generalPoints: null, level: 'insufficient_data', band: 'insufficient_data', reasons, derivation: null, levelDerivation: null } }
}
