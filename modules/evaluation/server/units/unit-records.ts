import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import type { UnitContent } from '../../domain/unit-facts.ts'
import type { UnitRater } from '../../domain/unit-campaign.ts'
import { valuesOfRow, type ResultValues } from '../results/result-values.ts'
import type { UnitCampaignId } from './unit-row.ts'

/** A level decided for an organisation, as stored. */
export interface UnitRecord extends ResultValues {
  readonly id: string
  readonly unitId: UnitId
  readonly replacesId: string | null
  readonly replacedBy: string | null
  readonly decidedLevel: string
  readonly decidedBy: PersonId
  readonly decidedAt: Date
  readonly input: unknown
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
    ...valuesOfRow(row),
    decidedLevel: row.decided_level,
    decidedBy: row.decided_by as PersonId,
    decidedAt: row.decided_at as Date,
    input: row.input,
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

/** Refuses with what is stored now, so that the screen can show both versions. */
export function refuseChangedUnitSheet(sheet: UnitSheet | undefined): never {
  const current = sheet === undefined ? null : { version: sheet.version, points: sheet.points, facts: sheet.facts, lists: sheet.lists, comment: sheet.comment, proposedLevel: sheet.proposedLevel, savedAt: sheet.savedAt.toISOString() }
  return refuse('evaluation.sheet.changed', { version: sheet?.version ?? 0, current })
}

/** A sheet that was sent back, as stored. */
export interface UnitReturn {
  readonly unitId: UnitId
  readonly rater: UnitRater
  readonly returnedBy: PersonId | null
  readonly reason: string
  readonly at: Date
}

/** Why sheets of a round came back, newest first; of one organisation, when named. */
export async function loadUnitReturns(read: Reader, tenantId: TenantId, campaignId: UnitCampaignId, unitId?: UnitId): Promise<UnitReturn[]> {
  let rows = read.selectFrom('evaluation_unit_sheet_return').where('tenant_id', '=', tenantId).where('campaign_id', '=', campaignId).select(['unit_id', 'rater', 'returned_by', 'reason', 'returned_at']).orderBy('returned_at', 'desc').orderBy('id', 'desc')
  if (unitId !== undefined) rows = rows.where('unit_id', '=', unitId)
  return (await rows.execute()).map((row) => ({ unitId: row.unit_id as UnitId, rater: row.rater as UnitRater, returnedBy: row.returned_by as PersonId | null, reason: row.reason, at: row.returned_at as Date }))
}
