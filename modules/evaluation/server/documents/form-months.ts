import type { FormMonth } from './form-inputs.ts'

/** A quarter's score, for bodies that track by quarter. */
export interface FormQuarter {
  readonly quarter: 1 | 2 | 3 | 4
  readonly total: string | null
}

const roman = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const

/**
 * The twelve rows of form 02 for a body that scores by quarter (Điều 17, 18): the form has no quarterly variant, so each
 * quarter's score stands in its three months, with a note that says so. A quarter without a score leaves its months empty.
 */
export function monthsFromQuarters(quarters: readonly FormQuarter[]): FormMonth[] {
  return quarters.flatMap(({ quarter, total }) =>
    [1, 2, 3].map((offset) => ({
      month: (quarter - 1) * 3 + offset,
      total,
      note: total === null ? '' : `Điểm quý ${roman[quarter]}`,
    })),
  )
}
