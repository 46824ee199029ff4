import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Id, PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { PeriodKind } from '../../domain/campaign.ts'
import type { Period } from '../../domain/period.ts'
import type { UnitCampaignStatus, UnitFileStatus } from '../../domain/unit-campaign.ts'
import type { ResolvedUnit } from '../../domain/unit-resolution.ts'
import type { RulebookPin } from '../campaigns/pinned-rulebook.ts'

export type UnitCampaignId = Id<'unit-campaign'>

/** A round that rates organisations, as stored. */
export interface UnitCampaign {
  readonly id: UnitCampaignId
  readonly version: number
  readonly name: string
  readonly status: UnitCampaignStatus
  readonly rulebook: RulebookPin
  readonly settings: Readonly<Record<string, unknown>>
  readonly period: Period
  readonly scopeUnitId: UnitId
  readonly due: { readonly self: CalendarDate; readonly decide: CalendarDate }
}

/** One organisation's file in a round, as stored. */
export interface UnitFile extends ResolvedUnit {
  readonly adjusted: readonly string[]
  readonly status: UnitFileStatus
  readonly version: number
}

/** Rounds of the tenant with the hash of the rulebook they pinned. */
export function selectUnitCampaigns(read: Reader, tenantId: TenantId) {
  return read
    .selectFrom('evaluation_unit_campaign as c')
    .innerJoin('evaluation_rulebook as r', (join) =>
      join.on('r.tenant_id', '=', tenantId).onRef('r.id', '=', 'c.rulebook_id').onRef('r.version', '=', 'c.rulebook_version'),
    )
    .where('c.tenant_id', '=', tenantId)
    .select([
      'c.id', 'c.version', 'c.name', 'c.status', 'c.rulebook_id', 'c.rulebook_version', 'r.hash', 'c.settings', 'c.period_kind', 'c.period_from', 'c.period_to', 'c.scope_unit_id',
      'c.self_due', 'c.decide_due',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectUnitCampaigns>['execute']>>[number]

/** A stored row as a round. */
export function unitCampaignOf(row: Row): UnitCampaign {
  return {
    id: row.id as UnitCampaignId,
    version: row.version,
    name: row.name,
    status: row.status as UnitCampaignStatus,
    rulebook: { id: row.rulebook_id, version: row.rulebook_version, hash: row.hash },
    settings: row.settings as Record<string, unknown>,
    period: { kind: row.period_kind as PeriodKind, from: row.period_from as CalendarDate, to: row.period_to as CalendarDate },
    scopeUnitId: row.scope_unit_id as UnitId,
    due: { self: row.self_due as CalendarDate, decide: row.decide_due as CalendarDate },
  }
}

/** The round, or `platform.not-found`. Whether the actor may know of it is for the caller to ask. */
export async function loadUnitCampaign(read: Reader, tenantId: TenantId, id: UnitCampaignId): Promise<UnitCampaign> {
  const row = await selectUnitCampaigns(read, tenantId).where('c.id', '=', id).executeTakeFirst()
  return row === undefined ? refuse('platform.not-found') : unitCampaignOf(row)
}

/** The round with its row locked until the end of the act: what is decided in a round follows one after the other. */
export async function lockUnitCampaign(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, id: UnitCampaignId): Promise<UnitCampaign> {
  await tx.selectFrom('evaluation_unit_campaign').where('tenant_id', '=', tenantId).where('id', '=', id).select('id').forNoKeyUpdate().execute()
  return loadUnitCampaign(read, tenantId, id)
}

/** Shares the round's row with other people's work and keeps it in its status until the end of the act. */
export async function holdUnitCampaign(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, id: UnitCampaignId): Promise<UnitCampaign> {
  await tx.selectFrom('evaluation_unit_campaign').where('tenant_id', '=', tenantId).where('id', '=', id).select('id').forShare().execute()
  return loadUnitCampaign(read, tenantId, id)
}

/** Files of rounds in the order of the tree. */
export async function loadUnitFiles(read: Reader, tenantId: TenantId, campaignId: UnitCampaignId): Promise<UnitFile[]> {
  const rows = await read.selectFrom('evaluation_unit_file').where('tenant_id', '=', tenantId).where('campaign_id', '=', campaignId).selectAll().orderBy('position').execute()
  return rows.map((row) => ({
    unitId: row.unit_id as UnitId,
    parentId: row.parent_id as UnitId | null,
    name: row.name,
    position: row.position,
    depth: row.depth,
    group: row.subject_group,
    selfId: row.self_id as PersonId | null,
    recogniserId: row.recogniser_id as PersonId | null,
    excludedReason: row.excluded_reason,
    adjusted: row.adjusted,
    status: row.status as UnitFileStatus,
    version: row.version,
  }))
}

/** Moves one file and gives its next version. */
export async function moveUnitFile(tx: Tx<'evaluation'>, tenantId: TenantId, campaignId: UnitCampaignId, file: UnitFile, status: UnitFileStatus): Promise<number> {
  const version = file.version + 1
  await tx
    .updateTable('evaluation_unit_file')
    .set({ status, version })
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaignId)
    .where('unit_id', '=', file.unitId)
    .execute()
  return version
}
