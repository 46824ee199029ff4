import { sql } from 'kysely'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import { organisationAsOf } from '#modules/organisation/server/index.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { postsDay } from '../../domain/period.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { resolveUnits, unitProblemsOf, type UnitAdjustable } from '../../domain/unit-resolution.ts'
import { loadUnitFiles, type UnitCampaign } from './unit-row.ts'

/** Resolves a draft's organisations from the tree of the day and stores them; what was set by hand stays. */
export async function resolveRound(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, campaign: UnitCampaign, rulebook: CompiledRulebook, today: CalendarDate): Promise<{ units: number; unresolved: number }> {
  const organisation = await organisationAsOf(read, tenantId, postsDay(campaign.period, today))
  const before = new Map((await loadUnitFiles(read, tenantId, campaign.id)).map((file) => [file.unitId, file]))
  const rows = resolveUnits({ units: organisation.units, holdings: organisation.holdings, scopeUnitId: campaign.scopeUnitId, rulebook }).map((unit) => {
    const stored = before.get(unit.unitId)
    const kept = (name: UnitAdjustable): boolean => stored !== undefined && stored.adjusted.includes(name)
    return {
      ...unit,
      selfId: kept('self') ? (stored?.selfId ?? null) : unit.selfId,
      recogniserId: kept('recogniser') ? (stored?.recogniserId ?? null) : unit.recogniserId,
      excludedReason: kept('excluded') ? (stored?.excludedReason ?? '') : unit.excludedReason,
      adjusted: stored?.adjusted ?? [],
    }
  })
  await tx.deleteFrom('evaluation_unit_file').where('tenant_id', '=', tenantId).where('campaign_id', '=', campaign.id).execute()
  const values = rows.map((row) => ({
    unit_id: row.unitId,
    parent_id: row.parentId,
    name: row.name,
    position: row.position,
    depth: row.depth,
    subject_group: row.group,
    self_id: row.selfId,
    recogniser_id: row.recogniserId === row.selfId ? null : row.recogniserId,
    excluded_reason: row.excludedReason,
    adjusted: row.adjusted,
  }))
  await sql`insert into evaluation_unit_file (tenant_id, campaign_id, unit_id, parent_id, name, position, depth, subject_group, self_id, recogniser_id, excluded_reason, adjusted, status)
    select ${tenantId}::uuid, ${campaign.id}::uuid, r.*, 'waiting'
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as r(unit_id uuid, parent_id uuid, name text, position integer, depth integer, subject_group text,
      self_id uuid, recogniser_id uuid, excluded_reason text, adjusted text[])`.execute(tx)
  return { units: rows.filter((row) => row.excludedReason === '').length, unresolved: rows.filter((row) => unitProblemsOf(row).length > 0).length }
}
