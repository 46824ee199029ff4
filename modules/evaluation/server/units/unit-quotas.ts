import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { countQuotas } from '../../domain/scoring/classify.ts'
import type { QuotaAnswer } from '../../domain/scoring/types.ts'
import { engineSettings } from '../campaigns/campaign-row.ts'
import type { UnitRecord } from './unit-records.ts'
import type { UnitCampaign, UnitFile } from './unit-row.ts'

/** Quota of excellent organisations among those one authority recognises (article 8.5), over the levels decided so far. */
export function unitQuotas(campaign: UnitCampaign, rulebook: CompiledRulebook, files: readonly UnitFile[], records: readonly UnitRecord[]): { recogniserId: string; quota: QuotaAnswer }[] {
  const levels = new Map(records.filter((record) => record.replacedBy === null).map((record) => [record.unitId, record.decidedLevel]))
  const byRecogniser = Map.groupBy(
    files.filter((file) => file.excludedReason === '' && file.recogniserId !== null),
    (file) => String(file.recogniserId),
  )
  return [...byRecogniser].flatMap(([recogniserId, own]) =>
    countQuotas(rulebook, engineSettings(campaign.settings), own.map((file) => ({ peerGroup: recogniserId, level: levels.get(file.unitId) ?? 'insufficient_data' })))
      .filter((quota) => quota.scope === '*')
      .map((quota) => ({ recogniserId, quota })),
  )
}
