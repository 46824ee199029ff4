import type { CampaignId, ResultId, TenantId } from '#kernel/id.ts'
import { keepPublishedSet, type PublishedRecord, type PublishedRoot } from '#platform/audit/published-set.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { UnitCampaignId } from '../units/unit-row.ts'

/** Keeps the results a campaign has just made known as one set with a root; undefined when there were none. */
export async function publishCampaignSet(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, campaignId: CampaignId, now: Date): Promise<PublishedRoot | undefined> {
  const rows = await resultsOf(read, tenantId).where('campaign_id', '=', campaignId).where('published_at', '=', now).where('replaced_by', 'is', null).execute()
  return keepPublishedSet(tx, tenantId, { kind: 'campaign', id: campaignId }, rows.map(recordOf), now)
}

/** Keeps a replacing result (quyết định thay thế, article 21.3), a set of its own; `subject` is what the act's ledger entry is on. */
export async function publishReplacingSet(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, resultId: ResultId, subject: { readonly kind: string; readonly id: string }, now: Date): Promise<PublishedRoot | undefined> {
  const rows = await resultsOf(read, tenantId).where('id', '=', resultId).execute()
  return keepPublishedSet(tx, tenantId, subject, rows.map(recordOf), now)
}

/** Keeps levels of organisations made known: of a whole round, or the replacing one of one unit, which the ledger files under the unit. */
export async function publishUnitSet(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, campaignId: UnitCampaignId, replacing: { readonly id: string; readonly unitId: string } | null, now: Date): Promise<PublishedRoot | undefined> {
  const set = unitResultsOf(read, tenantId).where('campaign_id', '=', campaignId).where('published_at', '=', now)
  const rows = await (replacing === null ? set.where('replaced_by', 'is', null) : set.where('id', '=', replacing.id)).execute()
  const subject = replacing === null ? { kind: 'unit-campaign', id: campaignId } : { kind: 'unit', id: replacing.unitId }
  return keepPublishedSet(tx, tenantId, subject, rows.map(unitRecordOf), now)
}

/** What was made known of a result, as it stands now. */
export async function publishedRecord(read: Reader, tenantId: TenantId, resultId: ResultId): Promise<PublishedRecord> {
  return recordOf(await resultsOf(read, tenantId).where('id', '=', resultId).executeTakeFirstOrThrow())
}

const proved = ['id', 'campaign_id', 'replaces_id', 'exact_total', 'total', 'general_points', 'task_points', 'provisional_level', 'decided_level', 'decision_reason', 'decided_by', 'decided_at', 'published_at'] as const

function resultsOf(read: Reader, tenantId: TenantId) {
  return read.selectFrom('evaluation_result').where('tenant_id', '=', tenantId).select([...proved, 'person_id']).orderBy('id')
}

function unitResultsOf(read: Reader, tenantId: TenantId) {
  return read.selectFrom('evaluation_unit_result').where('tenant_id', '=', tenantId).select([...proved, 'unit_id']).orderBy('id')
}

type Row = Awaited<ReturnType<ReturnType<typeof resultsOf>['execute']>>[number]
type UnitRow = Awaited<ReturnType<ReturnType<typeof unitResultsOf>['execute']>>[number]

function recordOf(row: Row): PublishedRecord {
  return { id: row.id, content: { person: row.person_id, ...contentOf(row) } }
}

function unitRecordOf(row: UnitRow): PublishedRecord {
  return { id: row.id, content: { unit: row.unit_id, ...contentOf(row) } }
}

/** What a leaf says of a result: every figure and decision, exact. */
function contentOf(row: Omit<Row, 'person_id'>): Record<string, string | null> {
  return {
    result: row.id,
    campaign: row.campaign_id,
    replaces: row.replaces_id,
    exactTotal: row.exact_total,
    total: row.total,
    generalPoints: row.general_points,
    taskPoints: row.task_points,
    provisionalLevel: row.provisional_level,
    decidedLevel: row.decided_level,
    decisionReason: row.decision_reason,
    decidedBy: row.decided_by,
    decidedAt: instant(row.decided_at),
    publishedAt: instant(row.published_at),
  }
}

function instant(at: unknown): string | null {
  return at instanceof Date ? at.toISOString() : null
}
