import { add, div, isZero, max, min, mul, one, parseRational, rational, sub, zero } from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import type { SampleJudgement, SampleTask } from './types.ts'

type Result = Pick<
  SampleTask,
  'coefficient' | 'origin' | 'assigned' | 'completed' | 'qualityFaults' | 'lateEvents' | 'excuse'
>

const quarter = rational(1, 4)
const half = rational(1, 2)

function decimal(text: string): Rational {
  const value = parseRational(text)
  if (value === null) throw new Error(`Not a number: ${text}`)
  return value
}

/** Completed units less a quarter unit per event, never below zero; nothing is taken off when excused. */
function unitsAfter(task: Result, events: number): Rational {
  if (task.excuse !== null) return rational(task.completed)
  return max(zero, sub(rational(task.completed), mul(quarter, rational(events))))
}

/**
 * KQ of a month as a fraction of one, or `null` when nothing was assigned: the mean of a, b, c and, for
 * a leader, d, đ, e, each over the assigned converted quantity and not above one (Articles 14–16 of
 * NĐ 335/2025). Apart from the rulebook engine on purpose, so that the sample can be used to check it.
 */
export function monthTaskRatio(tasks: readonly Result[], judgement: SampleJudgement | null): Rational | null {
  let assigned = zero
  let quantity = zero
  let quality = zero
  let progress = zero
  for (const task of tasks) {
    const coefficient = decimal(task.coefficient)
    if (task.origin === 'assigned' || task.origin === 'handed_back') {
      assigned = add(assigned, mul(coefficient, rational(task.assigned)))
    }
    if (task.origin === 'handed_back') continue
    quantity = add(quantity, mul(coefficient, rational(task.completed)))
    quality = add(quality, mul(coefficient, unitsAfter(task, task.qualityFaults)))
    progress = add(progress, mul(coefficient, unitsAfter(task, task.lateEvents)))
  }
  if (isZero(assigned)) return null
  const terms = [quantity, quality, progress].map((term) => min(one, div(term, assigned)))
  if (judgement !== null) {
    for (const mark of [judgement.d, judgement.đ, judgement.e]) terms.push(mark === 100 ? one : half)
  }
  return div(terms.reduce(add, zero), rational(terms.length))
}

/** Total of a month: general criteria points plus 70 × KQ (Article 17 of NĐ 335/2025). */
export function monthTotal(general: string, ratio: Rational): Rational {
  return add(decimal(general), mul(rational(70), ratio))
}
