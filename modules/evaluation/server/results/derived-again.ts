import { computeScore, type EngineInput } from '../../domain/compute.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { ScoreResult } from '../../domain/scoring/types.ts'
import type { ResultValues } from './result-values.ts'

/** A stored result with its derivation made again from the kept input; without one rather than with another one, should it not lead to the stored score. */
export function derivedAgain(rulebook: CompiledRulebook, engine: EngineInput, kept: ResultValues): ScoreResult {
  const score = computeScore(rulebook, engine)
  if (score.exact === kept.exact && score.level === kept.provisionalLevel) return score
  const { exact, total, generalPoints, taskPoints, provisionalLevel, reasons } = kept
  return { exact, total, generalPoints, taskPoints, terms: {}, level: provisionalLevel, band: provisionalLevel, reasons, derivation: null, levelDerivation: null }
}
