import * as rational from '#kernel/rational.ts'
import type { DerivationValue } from './types.ts'
import { Missing, type Value } from './value.ts'

/** How a value is shown: percentages × 100 with two decimals, points with two decimals, the rest as short as it is exact. */
export function shownValue(value: Value, unit: string): DerivationValue {
  if (value instanceof Missing) return { kind: 'missing' }
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  if (typeof value === 'string') return { kind: 'text', value }
  const exact = rational.toFraction(value)
  if (unit === 'percent') return { kind: 'number', exact, shown: rational.toDecimal(rational.mul(value, rational.rational(100)), 2) }
  if (unit === 'points') return { kind: 'number', exact, shown: rational.toDecimal(value, 2) }
  const short = rational.toShortest(value)
  return { kind: 'number', exact, shown: short.includes('/') || short.length > 12 ? rational.toDecimal(value, 4) : short }
}
