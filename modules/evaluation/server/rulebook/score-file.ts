import { isRecord } from '#kernel/is-record.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { classify } from '../../domain/scoring/classify.ts'
import { quote } from '../../domain/scoring/problems.ts'
import type { ClassifyInput, ClassifyResult, InputProblem, ScoreOptions, ScoreResult } from '../../domain/scoring/types.ts'
import { scoreInput } from './check-rulebook.ts'
import { readText } from './read-text.ts'
import { shippedRulebook, shippedRulebookIds } from './rulebook-library.ts'

export interface RulebookReference {
  readonly id: string
  readonly version: number
  readonly hash: string
}

function refuse(errors: readonly InputProblem[]): never {
  throw new Refusal('score_input_invalid', { errors })
}

function readInput(text: string): Record<string, unknown> {
  const { value, problems } = readText(text)
  if (problems.length > 0) refuse(problems.map((problem) => ({ path: problem.path, message: problem.message, expected: problem.expected })))
  if (!isRecord(value)) refuse([{ path: '', message: `${quote(value)} không phải là một bản ghi`, expected: '{ "rulebook": …, … }' }])
  return { ...value }
}

function rulebookOf(input: Readonly<Record<string, unknown>>, given: CompiledRulebook | null): CompiledRulebook {
  if (given) return given
  const id = input['rulebook']
  const found = typeof id === 'string' ? shippedRulebook(id) : null
  return found ?? refuse([{ path: 'rulebook', message: id === undefined ? 'Chưa nói bộ quy định nào' : `Không có bộ quy định ${quote(id)}`, expected: shippedRulebookIds().join(' | ') }])
}

function reference(rulebook: CompiledRulebook): RulebookReference {
  return { id: rulebook.id, version: rulebook.version, hash: rulebook.hash }
}

/** A rulebook with one group needs it named by nobody. */
function inItsGroup(rulebook: CompiledRulebook, input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const [only, ...others] = rulebook.groups
  return only !== undefined && others.length === 0 && input['group'] === undefined ? { ...input, group: only.id } : { ...input }
}

/** Scores a case file (JSON or YAML text). Throws `Refusal('score_input_invalid', { errors })`. */
export function scoreFile(text: string, given: CompiledRulebook | null, options: ScoreOptions): ScoreResult & { readonly rulebook: RulebookReference } {
  const input = readInput(text)
  const rulebook = rulebookOf(input, given)
  return { ...scoreInput(rulebook, inItsGroup(rulebook, input), options), rulebook: reference(rulebook) }
}

/** Classifies a list file (JSON or YAML text). Throws `Refusal('score_input_invalid', { errors })`. */
export function classifyFile(text: string, given: CompiledRulebook | null): ClassifyResult & { readonly rulebook: RulebookReference } {
  const input = readInput(text)
  const rulebook = rulebookOf(input, given)
  return { ...classify(rulebook, input as unknown as ClassifyInput), rulebook: reference(rulebook) }
}
