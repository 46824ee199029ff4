import * as rational from '#kernel/rational.ts'
import { readDecimal } from '#ui/decimal.ts'
import type { Language } from '#ui/language.ts'
import type { PointsRules } from '../../domain/points-rules.ts'

export { pointsRules, settingOf, shortest, type PointsRules } from '../../domain/points-rules.ts'

export type ReadPoints = { readonly points: string | null } | { readonly problem: 'not-a-number' | 'too-large' | 'off-step' }

/** Reads what was typed into a cell, `4,5` or `4.5`; empty reads as not scored. */
export function readPoints(typed: string, rules: PointsRules, language: Language): ReadPoints {
  const read = readDecimal(typed, { places: 6, min: '0' }, language)
  if ('problem' in read) return { problem: 'not-a-number' }
  if (read.value === null) return { points: null }
  const value = exact(read.value)
  if (rational.compare(value, exact(rules.max)) > 0) return { problem: 'too-large' }
  if (rules.step !== null && !rational.isWhole(rational.div(value, exact(rules.step)))) return { problem: 'off-step' }
  return { points: rational.toShortest(value) }
}

/** Adds up what is scored of some criteria; null while none is. */
export function sumOfPoints(codes: readonly string[], points: Readonly<Record<string, string>>): string | null {
  const given = codes.flatMap((code) => (points[code] === undefined ? [] : [exact(points[code])]))
  return given.length === 0 ? null : rational.toShortest(given.reduce(rational.add, rational.zero))
}

function exact(text: string): rational.Rational {
  const value = rational.parseRational(text)
  if (value === null) throw new RangeError(`not a number: ${text}`)
  return value
}
