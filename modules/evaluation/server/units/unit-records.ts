import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Reason } from '../../domain/scoring/types.ts'
import type { UnitContent } from '../../domain/unit-facts.ts'
import type { UnitRater } from '../../domain/unit-campaign.ts'
import type { UnitCampaignId } from './unit-row.ts'

/** A level decided for an organisation, as stored. */
export interface UnitRecord {
  readonly id: string
  readonly unitId: UnitId
  readonly replacesId: string | null
  readonly replacedBy: string | null
  readonly exact: string | null
  readonly total: string | null
  readonly generalPoints: string | null
  readonly taskPoints: string | null
  readonly provisionalLevel: string
  readonly decidedLevel: string
  readonly decisionReason: string
  readonly decidedBy: PersonId
  readonly decidedAt: Date
  readonly input: unknown
  readonly reasons: readonly Reason[]
  readonly publishedAt: Date | null
}

/** Decisions of a round, those in force first, then the newest. */
export async function loadUnitRecords(read: Reader, tenantId: TenantId, campaignId: UnitCampaignId, unitId?: UnitId): Promise<UnitRecord[]> {
  let rows = read.selectFrom('evaluation_unit_result').where('tenant_id', '=', tenantId).where('campaign_id', '=', campaignId).selectAll().orderBy('id', 'desc')
  if (unitId !== undefined) rows = rows.where('unit_id', '=', unitId)
  const found = (await rows.execute()).map((row) => ({
    id: row.id,
    unitId: row.unit_id as UnitId,
    replacesId: row.replaces_id,
    replacedBy: row.replaced_by,
    exact: row.exact_total,
    total: row.total,
    generalPoints: row.general_points,
    taskPoints: row.task_points,
    provisionalLevel: row.provisional_level,
    decidedLevel: row.decided_level,
    decisionReason: row.decision_reason,
    decidedBy: row.decided_by as PersonId,
    decidedAt: row.decided_at as Date,
    input: row.input,
    reasons: row.reasons as unknown as Reason[],
    publishedAt: row.published_at as Date | null,
  }))
  return found.toSorted((a, b) => Number(a.replacedBy !== null) - Number(b.replacedBy !== null))
}

/** One side's sheet on an organisation, as stored. */
export interface UnitSheet extends UnitContent {
  readonly rater: UnitRater
  readonly raterPersonId: PersonId
  readonly comment: string
  readonly proposedLevel: string | null
  readonly submittedAt: Date | null
  readonly savedAt: Date
  readonly version: number
}

/** Sheets of a round by organisation; of one, when named. */
export async function loadUnitSheets(read: Reader, tenantId: TenantId, campaignId: UnitCampaignId, unitId?: UnitId): Promise<Map<UnitId, UnitSheet[]>> {
  let rows = read.selectFrom('evaluation_unit_sheet').where('tenant_id', '=', tenantId).where('campaign_id', '=', campaignId).selectAll().orderBy('rater', 'desc')
  if (unitId !== undefined) rows = rows.where('unit_id', '=', unitId)
  const sheets = (await rows.execute()).map((row) => ({
    unitId: row.unit_id as UnitId,
    rater: row.rater as UnitRater,
    raterPersonId: row.rater_person_id as PersonId,
    points: row.points as Record<string, string>,
    facts: row.facts as Record<string, unknown>,
    lists: row.lists as UnitContent['lists'],
    comment: row.comment,
    proposedLevel: row.proposed_level,
    submittedAt: row.submitted_at as Date | null,
    savedAt: row.saved_at as Date,
    version: row.version,
  }))
  return Map.groupBy(sheets, (sheet) => sheet.unitId)
}
