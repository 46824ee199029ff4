import type { z } from 'zod'
import * as rational from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import type { taskView } from '../../contract/views.ts'

export type Task = z.output<typeof taskView>
type Counted = Pick<Task, 'coefficient' | 'assigned' | 'completed' | 'origin' | 'status'>

/** Coefficient × quantity (đơn vị sản phẩm/công việc chuẩn), at most two decimals, point as mark: "1/3" × 4 → "1.33". */
export function convertedQuantity(coefficient: string, quantity: number): string {
  return shown(converted(coefficient, quantity))
}

/** What a month's tasks come to, in converted units (article 14.1); decimal text. */
export interface TaskTotals {
  /** The own plan: assigned work, also what was handed back. */
  readonly assigned: string
  /** Done of the own plan. */
  readonly completed: string
  /** Done beyond it: received and ad-hoc work that was accepted (article 18.1d). */
  readonly extra: string
  readonly tasks: number
  /** Tasks without a result yet. */
  readonly open: number
}

/** Adds up tasks of one person and month; withdrawn work counts nowhere, ad-hoc work only once accepted. */
export function taskTotals(tasks: readonly Counted[]): TaskTotals {
  let assigned = rational.zero
  let completed = rational.zero
  let extra = rational.zero
  let counted = 0
  let open = 0
  for (const task of tasks) {
    if (task.status === 'cancelled') continue
    counted += 1
    if (task.status === 'open') open += 1
    if (task.origin === 'assigned') assigned = rational.add(assigned, converted(task.coefficient, task.assigned))
    if (task.status === 'handed_back' || task.status === 'proposed') continue
    const done = converted(task.coefficient, task.completed)
    if (task.origin === 'assigned') completed = rational.add(completed, done)
    else extra = rational.add(extra, done)
  }
  return { assigned: shown(assigned), completed: shown(completed), extra: shown(extra), tasks: counted, open }
}

function converted(coefficient: string, quantity: number): Rational {
  const factor = rational.parseRational(coefficient)
  if (factor === null) throw new RangeError(`not a coefficient: ${coefficient}`)
  return rational.mul(factor, rational.rational(quantity))
}

function shown(value: Rational): string {
  return rational.toDecimal(value, 2).replace(/\.?0+$/, '')
}
