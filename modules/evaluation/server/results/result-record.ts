import type { CampaignId, PersonId, ResultId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { StoredDerivation, StoredInput } from './compute-results.ts'
import { valuesOfRow, type ResultValues } from './result-values.ts'

/** A person's result as stored. */
export interface ResultRecord extends ResultValues {
  readonly id: ResultId
  readonly campaignId: CampaignId
  readonly personId: PersonId
  readonly replacesId: ResultId | null
  readonly replacedBy: ResultId | null
  readonly decidedLevel: string | null
  readonly decidedBy: PersonId | null
  readonly decidedAt: Date | null
  readonly version: number
}

/** A result with the input it was computed from and its derivation. */
export interface FullResult extends ResultRecord {
  readonly input: StoredInput
  readonly derivation: StoredDerivation
}

const columns = [
  'id', 'campaign_id', 'person_id', 'replaces_id', 'replaced_by', 'exact_total', 'total', 'general_points', 'task_points', 'provisional_level',
  'decided_level', 'decision_reason', 'decided_by', 'decided_at', 'reasons', 'published_at', 'version',
] as const

function selectResults(read: Reader, tenantId: TenantId) {
  return read.selectFrom('evaluation_result').where('tenant_id', '=', tenantId).select(columns)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectResults>['execute']>>[number]

function recordOf(row: Row): ResultRecord {
  return {
    id: row.id as ResultId,
    campaignId: row.campaign_id as CampaignId,
    personId: row.person_id as PersonId,
    replacesId: row.replaces_id as ResultId | null,
    replacedBy: row.replaced_by as ResultId | null,
    ...valuesOfRow(row),
    decidedLevel: row.decided_level,
    decidedBy: row.decided_by as PersonId | null,
    decidedAt: row.decided_at as Date | null,
    version: row.version,
  }
}

/** Every record of one person in a campaign, newest first: the first is in force. */
export async function loadRecords(read: Reader, tenantId: TenantId, campaignId: CampaignId, personId: PersonId): Promise<ResultRecord[]> {
  const rows = await selectResults(read, tenantId).where('campaign_id', '=', campaignId).where('person_id', '=', personId).orderBy('id', 'desc').execute()
  return rows.map(recordOf).toSorted((a, b) => Number(a.replacedBy !== null) - Number(b.replacedBy !== null))
}

/** Results in force of several people. */
export async function loadCurrentResults(read: Reader, tenantId: TenantId, campaignId: CampaignId, people: readonly PersonId[]): Promise<Map<PersonId, ResultRecord>> {
  if (people.length === 0) return new Map()
  const rows = await selectResults(read, tenantId).where('campaign_id', '=', campaignId).where('person_id', 'in', [...people]).where('replaced_by', 'is', null).execute()
  return new Map(rows.map((row) => [row.person_id as PersonId, recordOf(row)]))
}

/** Results in force of several people, their rows locked against other decisions until the end of the act. */
export async function lockCurrentResults(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, campaignId: CampaignId, people: readonly PersonId[]): Promise<Map<PersonId, ResultRecord>> {
  await tx
    .selectFrom('evaluation_result')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaignId)
    .where('person_id', 'in', [...people])
    .where('replaced_by', 'is', null)
    .select('id')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return loadCurrentResults(read, tenantId, campaignId, people)
}

/** One record by its id, or `platform.not-found`. Whether the actor may know of it is for the caller to ask. */
export async function loadResult(read: Reader, tenantId: TenantId, id: ResultId): Promise<ResultRecord> {
  const row = await selectResults(read, tenantId).where('id', '=', id).executeTakeFirst()
  return row === undefined ? refuse('platform.not-found') : recordOf(row)
}

/** One record with its row locked until the end of the act. */
export async function lockResult(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, id: ResultId): Promise<ResultRecord> {
  await tx.selectFrom('evaluation_result').where('tenant_id', '=', tenantId).where('id', '=', id).select('id').forNoKeyUpdate().execute()
  return loadResult(read, tenantId, id)
}

/** The input and derivation kept with a record. */
export async function loadKept(read: Reader, tenantId: TenantId, id: ResultId): Promise<{ input: StoredInput; derivation: StoredDerivation }> {
  const row = await read.selectFrom('evaluation_result').where('tenant_id', '=', tenantId).where('id', '=', id).select(['input', 'derivation']).executeTakeFirstOrThrow()
  return { input: row.input as unknown as StoredInput, derivation: row.derivation as unknown as StoredDerivation }
}

/** The inputs kept with several records, by record. */
export async function loadInputs(read: Reader, tenantId: TenantId, ids: readonly ResultId[]): Promise<Map<ResultId, StoredInput>> {
  if (ids.length === 0) return new Map()
  const rows = await read.selectFrom('evaluation_result').where('tenant_id', '=', tenantId).where('id', 'in', [...ids]).select(['id', 'input']).execute()
  return new Map(rows.map((row) => [row.id as ResultId, row.input as unknown as StoredInput]))
}
