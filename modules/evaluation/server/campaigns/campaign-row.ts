import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { CampaignId, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { CampaignStatus, PeriodKind } from '../../domain/campaign.ts'
import type { Period } from '../../domain/period.ts'
import type { RulebookPin } from './pinned-rulebook.ts'

/** A campaign as stored. */
export interface Campaign {
  readonly id: CampaignId
  readonly version: number
  readonly name: string
  readonly status: CampaignStatus
  readonly rulebook: RulebookPin
  readonly settings: Readonly<Record<string, unknown>>
  readonly period: Period
  readonly scopeUnitId: UnitId
  readonly subjectStatuses: readonly string[]
  readonly due: { readonly self: CalendarDate; readonly superior: CalendarDate; readonly decide: CalendarDate }
  readonly openedAt: Date | null
  readonly publishedAt: Date | null
  readonly closedAt: Date | null
}

/** Campaigns of the tenant with the hash of the rulebook they pinned. */
export function selectCampaigns(read: Reader, tenantId: TenantId) {
  return read
    .selectFrom('evaluation_campaign as c')
    .innerJoin('evaluation_rulebook as r', (join) =>
      join.on('r.tenant_id', '=', tenantId).onRef('r.id', '=', 'c.rulebook_id').onRef('r.version', '=', 'c.rulebook_version'),
    )
    .where('c.tenant_id', '=', tenantId)
    .select([
      'c.id', 'c.version', 'c.name', 'c.status', 'c.rulebook_id', 'c.rulebook_version', 'r.hash', 'c.settings', 'c.period_kind', 'c.period_from', 'c.period_to',
      'c.scope_unit_id', 'c.subject_status', 'c.self_due', 'c.superior_due', 'c.decide_due', 'c.opened_at', 'c.published_at', 'c.closed_at',
    ])
}

type CampaignRecord = Awaited<ReturnType<ReturnType<typeof selectCampaigns>['execute']>>[number]

/** A stored row as a campaign. */
export function campaignOf(row: CampaignRecord): Campaign {
  return {
    id: row.id as CampaignId,
    version: row.version,
    name: row.name,
    status: row.status as CampaignStatus,
    rulebook: { id: row.rulebook_id, version: row.rulebook_version, hash: row.hash },
    settings: row.settings as Record<string, unknown>,
    period: { kind: row.period_kind as PeriodKind, from: row.period_from as CalendarDate, to: row.period_to as CalendarDate },
    scopeUnitId: row.scope_unit_id as UnitId,
    subjectStatuses: row.subject_status,
    due: { self: row.self_due as CalendarDate, superior: row.superior_due as CalendarDate, decide: row.decide_due as CalendarDate },
    openedAt: row.opened_at as Date | null,
    publishedAt: row.published_at as Date | null,
    closedAt: row.closed_at as Date | null,
  }
}

/** The campaign, or `platform.not-found`. Whether the actor may know of it is for the caller to ask. */
export async function loadCampaign(read: Reader, tenantId: TenantId, id: CampaignId): Promise<Campaign> {
  const row = await selectCampaigns(read, tenantId).where('c.id', '=', id).executeTakeFirst()
  return row === undefined ? refuse('platform.not-found') : campaignOf(row)
}

/** The campaign with its row locked until the end of the act, so that two acts on it follow one another. */
export async function lockCampaign(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, id: CampaignId): Promise<Campaign> {
  await tx.selectFrom('evaluation_campaign').where('tenant_id', '=', tenantId).where('id', '=', id).select('id').forNoKeyUpdate().execute()
  return loadCampaign(read, tenantId, id)
}

/** Shares the campaign's row with other people's work and keeps it in its status until the end of the act. */
export async function holdCampaign(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, id: CampaignId): Promise<Campaign> {
  await tx.selectFrom('evaluation_campaign').where('tenant_id', '=', tenantId).where('id', '=', id).select('id').forShare().execute()
  return loadCampaign(read, tenantId, id)
}

/** Settings as the scoring engine takes them: those of the rulebook, without the campaign's own procedure. */
export function engineSettings(settings: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !name.startsWith('procedure.')))
}
