import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { CampaignId, PersonId, TenantId } from '#kernel/id.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { tellProgress } from '#platform/db/progress.ts'
import { computeScore, engineInput, type EngineInput } from '../../domain/compute.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { PeriodPart, Reason, ScoreResult } from '../../domain/scoring/types.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import type { Participant } from '../campaigns/participant-row.ts'
import { loadMaterial } from './load-material.ts'

/**
 * What the column `derivation` holds. The tree itself, some 180 kB for a month of ten tasks, is made again from the kept
 * input under the pinned rulebook whenever somebody opens it.
 */
export interface StoredDerivation {
  readonly terms: Readonly<Record<string, string | null>>
  readonly parts: readonly PeriodPart[]
}

/** What the column `input` holds: enough to compute the result again. */
export interface StoredInput {
  readonly rulebook: { readonly id: string; readonly version: string; readonly hash: string }
  readonly engine: EngineInput
  readonly taskIds: readonly string[]
}

/** A result ready to be stored. */
export interface ComputedResult {
  readonly personId: PersonId
  readonly score: ScoreResult
  readonly input: StoredInput
}

const peopleAtOnce = 500

/**
 * Computes the results of these people set-wise and stores them as drafts in place of earlier drafts, some hundreds at a
 * time: memory and the length of a statement do not grow with the campaign, and other requests are answered in between.
 * Nothing published is touched: the caller's campaign is not published yet. Gives how many were computed.
 */
export async function computeResults(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, campaign: Campaign, rulebook: CompiledRulebook, participants: readonly Participant[], now: Date): Promise<number> {
  const scored = participants.filter((participant) => participant.excludedReason === '')
  await dropDrafts(tx, tenantId, campaign, scored.map((participant) => participant.personId))
  for (let start = 0; start < scored.length; start += peopleAtOnce) {
    if (scored.length > peopleAtOnce) await tellProgress(tx, computingOf(tenantId, campaign.id), (100 * start) / scored.length)
    const material = await loadMaterial(read, tenantId, campaign, rulebook, scored.slice(start, start + peopleAtOnce))
    const results = [...material].map(([personId, each]): ComputedResult => {
      const engine = engineInput(each)
      return { personId, score: computeScore(rulebook, engine, { derivation: false }), input: { rulebook: campaign.rulebook, engine, taskIds: each.tasks.map((task) => task.id) } }
    })
    await insertResults(tx, tenantId, campaign, results, now)
  }
  return scored.length
}

/** What computing a whole campaign is called while it is under way. */
export function computingOf(tenantId: TenantId, campaignId: CampaignId): string {
  return `compute/${tenantId}/${campaignId}`
}

/** Removes computed results that were never published. */
export async function dropDrafts(tx: Tx<'evaluation'>, tenantId: TenantId, campaign: Campaign, people: readonly PersonId[]): Promise<void> {
  await sql`delete from evaluation_result where tenant_id = ${tenantId} and campaign_id = ${campaign.id}
    and person_id = any(${[...people]}::uuid[]) and published_at is null`.execute(tx)
}

/** The part of the derivation that is stored. */
export function storedDerivation(score: ScoreResult): StoredDerivation {
  return { terms: score.terms, parts: score.parts ?? [] }
}

async function insertResults(tx: Tx<'evaluation'>, tenantId: TenantId, campaign: Campaign, results: readonly ComputedResult[], now: Date): Promise<void> {
  const rows = results.map(({ personId, score, input }) => ({
    id: uuidv7(),
    person_id: personId,
    exact_total: score.exact,
    total: score.total,
    general_points: score.generalPoints,
    task_points: score.taskPoints,
    provisional_level: score.level,
    input,
    derivation: storedDerivation(score),
    reasons: score.reasons satisfies readonly Reason[],
  }))
  await sql`insert into evaluation_result (tenant_id, campaign_id, computed_at, id, person_id, exact_total, total, general_points, task_points,
      provisional_level, input, derivation, reasons)
    select ${tenantId}::uuid, ${campaign.id}::uuid, ${now}::timestamptz, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, person_id uuid,
      exact_total text, total numeric, general_points numeric, task_points numeric, provisional_level text, input jsonb, derivation jsonb, reasons jsonb)`.execute(tx)
}
