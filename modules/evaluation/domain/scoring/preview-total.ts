import { Refusal } from '#kernel/refusal.ts'
import type { CompiledRulebook } from '../rulebook/compiled-rulebook.ts'
import { scoreSubject } from './score-subject.ts'
import type { InputProblem, ScoreInput, ScoreOptions, ScoreResult } from './types.ts'

export interface Preview {
  readonly result: ScoreResult | null
  readonly problems: readonly InputProblem[]
}

/** The running total while somebody fills a sheet: the same engine as the server, with problems returned instead of thrown. */
export function previewTotal(rulebook: CompiledRulebook, input: ScoreInput, options: ScoreOptions = { derivation: false }): Preview {
  try {
    return { result: scoreSubject(rulebook, input, options), problems: [] }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'score_input_invalid') return { result: null, problems: error.data['errors'] as InputProblem[] }
    throw error
  }
}
