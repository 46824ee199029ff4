import { isZero, type Rational } from '#kernel/rational.ts'
import type { CompiledRulebook } from '../rulebook/compiled-rulebook.ts'
import { scoresPlan } from './plan-scores.ts'
import { planFor } from './plan.ts'
import { Problems } from './problems.ts'
import { readShared } from './read-shared.ts'
import { Missing } from './value.ts'

/**
 * Kinds of rater whose weight is nowhere zero for this subject: where the rulebook asks subordinates only of some, nobody
 * else's are troubled. A kind that never counts is asked, for reference; so is one whose weight is not known yet.
 */
export function askedKinds(rulebook: CompiledRulebook, subject: { readonly group: string; readonly settings: Readonly<Record<string, unknown>>; readonly facts: Readonly<Record<string, unknown>> }): ReadonlySet<string> {
  const plan = planFor(rulebook, subject.group)
  const scores = plan ? scoresPlan(plan) : null
  if (!plan || scores === null) return new Set()
  const frame = readShared(plan, subject, new Problems())
  const weights = scores.parts.flatMap((part) => part.weights.map(({ rater, weight }) => ({ id: rater.id, value: weight(frame) })))
  const asked = [...scores.raters.keys()].filter((id) => {
    const own = weights.filter((each) => each.id === id)
    return own.length === 0 || own.some(({ value }) => value instanceof Missing || !isZero(value as Rational))
  })
  return new Set(asked)
}
