import type { Rational } from '#kernel/rational.ts'
import type { CompiledRulebook } from '../rulebook/compiled-rulebook.ts'
import { criteriaOf } from '../rulebook/scope.ts'
import { planOrProblem } from './score-subject.ts'
import { scoresPlan } from './plan-scores.ts'
import { Problems } from './problems.ts'
import { readScores } from './read-scores.ts'
import { readShared } from './read-shared.ts'
import type { InputProblem } from './types.ts'
import { Missing } from './value.ts'

/** One rater's sheet as the engine reads it. */
export interface SheetValues {
  /** Points of every criterion and every sum that is known, by code. */
  readonly values: ReadonlyMap<string, Rational>
  /** What does not fit; `path` is the criterion's code. */
  readonly problems: readonly InputProblem[]
}

/** Reads one sheet of a rulebook with several raters by the very checks scoring will make. `settings` are the campaign's. */
export function sheetValues(rulebook: CompiledRulebook, subject: { readonly group: string; readonly settings: Readonly<Record<string, unknown>> }, raterId: string, points: Readonly<Record<string, string>>): SheetValues {
  const problems = new Problems()
  const plan = planOrProblem(rulebook, subject.group, problems)
  const scores = scoresPlan(plan)
  if (scores === null) return { values: new Map(), problems: [] }
  const shared = readShared(plan, { settings: subject.settings }, problems)
  const rater = scores.raters.get(raterId)
  const read = readScores(plan, scores, { [raterId]: points }, shared, problems, [])
  const frame = read.find((each) => each.rater.id === rater?.id)?.sheets[0]
  const values = new Map<string, Rational>()
  if (frame !== undefined) {
    for (const { code } of criteriaOf(rulebook.criteria, subject.group)) {
      const value = frame.slots[plan.sheet.scope.names.get(`criteria.${code}`)?.slot ?? -1]
      if (value !== undefined && !(value instanceof Missing)) values.set(code, value as Rational)
    }
  }
  const prefix = `scores.${raterId}.`
  return { values, problems: problems.list.map((problem) => ({ ...problem, path: problem.path.startsWith(prefix) ? problem.path.slice(prefix.length) : problem.path })) }
}
