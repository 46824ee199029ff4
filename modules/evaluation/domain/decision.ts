import { refuse } from '#kernel/refusal.ts'
import type { CompiledRulebook } from './rulebook/compiled-rulebook.ts'

/** A level that a person decides, with the reason where it differs. */
export interface Decision {
  readonly level: string
  readonly reason: string
}

/** Least characters of a reason to differ from the provisional level: fewer explain nothing. */
export const leastReason = 10

/** Levels an authority may decide: those of the rulebook, or not rated at all (article 11.1). */
export function decidableLevels(rulebook: CompiledRulebook): string[] {
  return [...rulebook.levels.map((level) => level.id), 'not_rated']
}

/**
 * The authority's act (article 21): any level of the rulebook, with a reason when it is not the provisional one.
 * Refuses an unknown level and a difference without a reason of at least ten characters.
 */
export function decideLevel(rulebook: CompiledRulebook, provisional: string, decision: Decision): Decision {
  const levels = decidableLevels(rulebook)
  if (!levels.includes(decision.level)) refuse('evaluation.result.unknown-level', { level: decision.level, levels })
  const reason = decision.reason.trim()
  if (decision.level !== provisional && reason.length < leastReason) {
    refuse('evaluation.result.reason-needed', { provisional, level: decision.level, least: leastReason })
  }
  return { level: decision.level, reason }
}
