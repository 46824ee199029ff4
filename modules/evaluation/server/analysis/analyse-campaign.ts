import type { z } from 'zod'
import type { TenantId } from '#kernel/id.ts'
import { sortNameOf } from '#kernel/vietnamese.ts'
import type { Reader } from '#platform/db/database.ts'
import { query } from '#platform/http/handler.ts'
import { analysisRoutes, type analysisView } from '../../contract/analysis-routes.ts'
import { agreementOf } from '../../domain/analysis/agreement.ts'
import { compareRaters } from '../../domain/analysis/compare-raters.ts'
import { goodGroups } from '../../domain/analysis/good-groups.ts'
import { figuresOfRaters } from '../../domain/analysis/rater-figures.ts'
import { requireManages } from '../campaigns/campaign-access.ts'
import { loadCampaign, type Campaign } from '../campaigns/campaign-row.ts'
import { loadNames } from '../campaigns/names.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { loadRatedSheets } from './load-rated-sheets.ts'

/** What the numbers hide (phân tích người chấm), for the personnel body only; advisory, and in the ledger each time it is read. */
export const analyseCampaign = query(analysisRoutes.analyseCampaign, async ({ params, actor, read, today, record }) => {
  const { tenantId } = actor
  const campaign = await loadCampaign(read, tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const sheets = await loadRatedSheets(read, tenantId, campaign, rulebook)
  const people = await loadLevels(read, tenantId, campaign)
  const names = await loadNames(read, tenantId, [...new Set(sheets.flatMap((sheet) => [sheet.subject, sheet.rater]))], people.map((person) => person.unit), campaign.period.to)
  const byName = <Row>(rows: readonly Row[], idOf: (row: Row) => string): Row[] => {
    const keyed = rows.map((row) => ({ row, key: sortNameOf(names.person(idOf(row)).fullName) }))
    return keyed.toSorted((a, b) => a.key.localeCompare(b.key, 'vi')).map(({ row }) => row)
  }
  record({ action: 'evaluation.analysis.read', subject: { kind: 'campaign', id: campaign.id }, about: sheets.flatMap((sheet) => [sheet.subject, sheet.rater]), data: { sheets: sheets.length } })
  const ofKind = (kind: string): number => sheets.filter((sheet) => sheet.kind === kind).length
  const agreement = agreementOf(sheets)
  return {
    sheets: { self: ofKind('self'), superior: ofKind('superior'), other: sheets.length - ofKind('self') - ofKind('superior') },
    raters: byName(figuresOfRaters(sheets), (row) => row.rater).map(({ rater, mean, leniency, spread, within, ...counts }) => ({
      person: names.person(rater),
      ...counts,
      mean: rounded(mean),
      leniency: roundedOrNull(leniency),
      spread: roundedOrNull(spread),
      within: roundedOrNull(within),
    })),
    agreement: { ...agreement, difference: roundedOrNull(agreement.difference), distance: roundedOrNull(agreement.distance), correlation: roundedOrNull(agreement.correlation) },
    comparisons: compareRaters(sheets).map((group) => ({
      subjects: group.subjects,
      raters: byName(group.raters, (id) => id).map(names.person),
      obstacle: group.obstacle,
      fit: group.fit === null ? null : { mean: rounded(group.fit.mean), sd: { subject: rounded(group.fit.sd.subject), rater: rounded(group.fit.sd.rater), residual: rounded(group.fit.sd.residual) } },
      severities: byName(group.severities, (row) => row.rater).map(({ rater, effect, error }) => ({ person: names.person(rater), effect: rounded(effect), error: rounded(error) })),
      adjusted: byName(group.adjusted, (row) => row.subject).map(({ subject, raw, adjusted, sheets: given }) => ({ person: names.person(subject), raw: rounded(raw), adjusted: rounded(adjusted), sheets: given })),
    })),
    goodGroups: goodGroups(people, rulebook.levels.filter((level) => level.ranked).map((level) => level.id)).map(({ scope, group, people: members, best }) => ({
      scope,
      name: scope === 'unit' ? names.unit(group).name : group,
      people: members,
      best,
    })),
    levelled: people.length > 0,
  } satisfies z.input<typeof analysisView>
})

/** Levels in force by person: decided, before that provisional. Nobody whose level is unknown is counted. */
async function loadLevels(read: Reader, tenantId: TenantId, campaign: Campaign) {
  const rows = await read
    .selectFrom('evaluation_result as r')
    .innerJoin('evaluation_participant as p', (join) => join.on('p.tenant_id', '=', tenantId).onRef('p.campaign_id', '=', 'r.campaign_id').onRef('p.person_id', '=', 'r.person_id'))
    .where('r.tenant_id', '=', tenantId)
    .where('r.campaign_id', '=', campaign.id)
    .where('r.replaced_by', 'is', null)
    .where('p.excluded_reason', '=', '')
    .select(['r.decided_level', 'r.provisional_level', 'p.unit_id', 'p.peer_group'])
    .execute()
  return rows.map((row) => ({ level: row.decided_level ?? row.provisional_level, unit: row.unit_id, peerGroup: row.peer_group })).filter((row) => row.level !== 'insufficient_data')
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function roundedOrNull(value: number | null): number | null {
  return value === null ? null : rounded(value)
}
