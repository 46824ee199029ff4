import type { Criterion, RatedPart, Rater, ScoresRules } from '../rulebook/compiled-rulebook.ts'
import { orderSteps } from '../rulebook/order-quantities.ts'
import { appliesTo, criteriaOf, givesPoints } from '../rulebook/scope.ts'
import { compileExpression, type Evaluate } from './compile-expression.ts'
import { criteriaSum, type GroupPlan, type Run } from './plan.ts'

/** A criterion at which the raters' points are brought together. */
export interface CombinedAt {
  readonly criterion: Criterion
  readonly slot: number
  /** Everything below it: averaged too, though the whole is not their sum. */
  readonly below: readonly number[]
}

export interface PartOfScores {
  readonly part: RatedPart
  readonly at: readonly CombinedAt[]
  readonly weights: readonly { readonly rater: Rater; readonly weight: Evaluate }[]
}

/** How several raters' sheets are read and combined in one group. */
export interface ScoresPlan {
  readonly rules: ScoresRules
  /** Raters who give points in this group, by id. */
  readonly raters: ReadonlyMap<string, Rater>
  readonly parts: readonly PartOfScores[]
  /** Sums of one person's sheet, parts before wholes. */
  readonly sums: readonly Run[]
  /** The one criterion a rater's total is the total of; null when there are several. */
  readonly root: Criterion | null
}

const plans = new WeakMap<GroupPlan, ScoresPlan>()

/** The plan of a group for several raters, made once; null when the rulebook takes one sheet. */
export function scoresPlan(plan: GroupPlan): ScoresPlan | null {
  const rules = plan.rulebook.scores
  if (rules === null) return null
  const known = plans.get(plan)
  if (known) return known
  const made = makeScoresPlan(plan, rules)
  plans.set(plan, made)
  return made
}

function makeScoresPlan(plan: GroupPlan, rules: ScoresRules): ScoresPlan {
  const { rulebook, group, sheet } = plan
  const slotOf = (code: string) => sheet.scope.names.get(`criteria.${code}`)?.slot ?? -1
  const raters = rulebook.raters.filter((rater) => appliesTo(rater.groups, group) && givesPoints(rater))
  const all = criteriaOf(rulebook.criteria, group)
  const parts = rules.parts
    .filter((part) => appliesTo(part.groups, group))
    .map((part): PartOfScores => {
      const named = all.filter((criterion) => part.criteria.includes(criterion.code))
      const at = rules.average === 'sheets' ? named : named.flatMap((criterion) => ratedLeaves(criterion, group))
      return {
        part,
        at: at.map((criterion) => ({ criterion, slot: slotOf(criterion.code), below: criteriaOf(criterion.children, group).map((child) => slotOf(child.code)) })),
        weights: raters.flatMap((rater) => {
          const formula = Object.hasOwn(part.weights, rater.id) ? part.weights[rater.id] : undefined
          return formula ? [{ rater, weight: compileExpression(formula.ast, sheet.scope, null) }] : []
        }),
      }
    })
  const sums = orderSteps(sheet.scope).steps.flatMap(({ info }) => (info.criterion?.scoring.kind === 'sum' ? [criteriaSum(info.criterion, info.slot, sheet.scope)] : []))
  const roots = rulebook.criteria.filter((criterion) => appliesTo(criterion.groups, group))
  return { rules, raters: new Map(raters.map((rater) => [rater.id, rater])), parts, sums, root: roots.length === 1 ? (roots[0] ?? null) : null }
}

/** The criteria people give points for, at and below a node. */
export function ratedLeaves(criterion: Criterion, group: string): Criterion[] {
  return criteriaOf([criterion], group).filter((each) => each.children.length === 0 && each.scoring.kind !== 'computed')
}
