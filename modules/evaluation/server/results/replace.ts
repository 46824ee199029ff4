import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '#kernel/actor.ts'
import { asId, type ResultId } from '#kernel/id.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { computeScore, type EngineInput } from '../../domain/compute.ts'
import { decidableLevels } from '../../domain/decision.ts'
import { refuse, Refusal } from '#kernel/refusal.ts'
import { columnOf } from '../../domain/raters.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { checkContent } from '../../domain/sheet.ts'
import type { SheetContent } from '../../domain/sheet-content.ts'
import type { ScoreResult } from '../../domain/scoring/types.ts'
import { engineSettings } from '../campaigns/campaign-row.ts'
import { storedDerivation, type StoredInput } from './compute-results.ts'
import type { ResultFile } from './file-of-result.ts'
import { writePeriodScores } from './publish-results.ts'
import { loadKept, type ResultRecord } from './result-record.ts'

/** The new decision that takes the place of a published one. */
export interface Replacement {
  readonly level: string
  readonly reason: string
  /** Corrected points of the general criteria; null leaves the score as it was. */
  readonly points: Readonly<Record<string, string>> | null
}

/**
 * Makes a replacing record (quyết định thay thế, articles 21.3 and 22): the old one stays and points to it, the score is
 * computed again from the kept input when points are corrected, and the months follow.
 */
export async function replaceRecord(tx: Tx<'evaluation'>, read: Reader, actor: Actor, file: ResultFile, old: ResultRecord, replacement: Replacement, now: Date): Promise<ResultId> {
  const { tenantId } = actor
  const { campaign, rulebook, participant } = file
  const levels = decidableLevels(rulebook)
  if (!levels.includes(replacement.level)) refuse('evaluation.result.unknown-level', { level: replacement.level, levels })
  const kept = await loadKept(read, tenantId, old.id)
  const id = asId<'result'>(uuidv7())
  const engine = replacement.points === null ? null : correctedInput(kept.input.engine, file, replacement.points)
  const score = engine === null ? null : scoreAgain(file, engine)
  const input: StoredInput = engine === null ? kept.input : { ...kept.input, engine }
  await tx.updateTable('evaluation_result').set({ replaced_by: id }).where('tenant_id', '=', tenantId).where('id', '=', old.id).execute()
  await tx
    .insertInto('evaluation_result')
    .values({
      tenant_id: tenantId,
      id,
      campaign_id: campaign.id,
      person_id: participant.personId,
      replaces_id: old.id,
      exact_total: score === null ? old.exact : score.exact,
      total: score === null ? old.total : score.total,
      general_points: score === null ? old.generalPoints : score.generalPoints,
      task_points: score === null ? old.taskPoints : score.taskPoints,
      provisional_level: score === null ? old.provisionalLevel : score.level,
      decided_level: replacement.level,
      decision_reason: replacement.reason,
      decided_by: String(actor.personId),
      decided_at: now,
      input: JSON.stringify(input),
      derivation: JSON.stringify(score === null ? kept.derivation : storedDerivation(score)),
      reasons: JSON.stringify(score === null ? old.reasons : score.reasons),
      computed_at: now,
      published_at: now,
    })
    .execute()
  await writePeriodScores(tx, tenantId, campaign, id)
  return id
}

const blank: SheetContent = { points: {}, judgements: {}, lists: {}, strengths: '', weaknesses: '', comment: '', proposedLevel: null }

/** Of several raters a correction is the superior's: what the others gave is theirs, and of unnamed ones nobody knows it. */
function correctedScores(rulebook: CompiledRulebook, scores: Readonly<Record<string, unknown>>, checked: (before: Readonly<Record<string, string>>) => Readonly<Record<string, string>>, points: Readonly<Record<string, string>>): Record<string, unknown> {
  const superior = rulebook.raters.find((rater) => columnOf(rater) === 'superior' && scores[rater.id] !== undefined)
  if (superior === undefined) return refuse('evaluation.sheet.bad-points', { problems: Object.entries(points).map(([code, found]) => ({ code, found, expected: '' })) })
  return { ...scores, [superior.id]: checked(scores[superior.id] as Record<string, string>) }
}

/** The kept input with the corrected points in it, checked like any sheet. */
function correctedInput(engine: EngineInput, { campaign, participant, rulebook }: ResultFile, points: Readonly<Record<string, string>>): EngineInput {
  if (engine.kind === 'period') refuse('evaluation.sheet.bad-points', { problems: Object.entries(points).map(([code, found]) => ({ code, found, expected: '' })) })
  const subject = { rulebook, settings: engineSettings(campaign.settings), group: participant.group, variants: participant.variants, scoresPoints: true }
  const { scores } = engine.input
  if (scores !== undefined) return { ...engine, input: { ...engine.input, scores: correctedScores(rulebook, scores, (before) => checkContent(subject, 'superior', { ...blank, points: { ...before, ...points } }).points, points) } }
  const criteria = { ...engine.input.criteria, ...points } as Record<string, string>
  const content = checkContent(subject, engine.column, { ...blank, points: criteria })
  return { ...engine, input: { ...engine.input, criteria: content.points } }
}

function scoreAgain({ rulebook }: ResultFile, engine: EngineInput): ScoreResult {
  try {
    return computeScore(rulebook, engine, { derivation: false })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'score_input_invalid') throw error
    const errors = error.data['errors'] as readonly { path: string; message: string; expected: string }[]
    return refuse('evaluation.sheet.bad-points', { problems: errors.map(({ path, message, expected }) => ({ code: path, found: message, expected })) })
  }
}
