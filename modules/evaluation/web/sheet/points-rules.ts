import * as rational from '#kernel/rational.ts'
import { readDecimal } from '#ui/decimal.ts'
import type { Language } from '#ui/language.ts'
import type { CompiledRulebook, Criterion } from '../../domain/rulebook/compiled-rulebook.ts'

/** What one cell takes: at most `max`, in steps of `step` (any value when null); decimal texts. */
export interface PointsRules {
  readonly max: string
  readonly step: string | null
}

export type ReadPoints = { readonly points: string | null } | { readonly problem: 'not-a-number' | 'too-large' | 'off-step' }

/** The value a setting has in a campaign: by its full name, nested, or the rulebook's default. */
export function settingOf(rulebook: CompiledRulebook, settings: Readonly<Record<string, unknown>>, id: string): string | undefined {
  const nested = id.split('.').reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined), settings)
  const given = settings[id] ?? nested
  return given === undefined ? rulebook.settings.find((setting) => setting.id === id)?.default : String(given)
}

/** The rules of one criterion under the campaign's settings (Appendix I; the step is a setting). */
export function pointsRules(rulebook: CompiledRulebook, settings: Readonly<Record<string, unknown>>, criterion: Criterion): PointsRules {
  const { scoring } = criterion
  const max = shortest(criterion.max)
  if (scoring.kind === 'snapped') return { max: '100', step: null }
  if (scoring.kind === 'points' && scoring.stepSetting !== null) {
    const { stepSetting } = scoring
    const chosen = settingOf(rulebook, settings, stepSetting)
    const value = rulebook.settings.find((setting) => setting.id === stepSetting)?.values.find((one) => one.value === chosen)
    return { max, step: value?.number == null ? null : shortest(value.number) }
  }
  const step = 'step' in scoring ? scoring.step : null
  return { max, step: step === null ? null : shortest(step) }
}

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

/** `5/2` → `2.5`. */
export function shortest(text: string): string {
  return rational.toShortest(exact(text))
}

function exact(text: string): rational.Rational {
  const value = rational.parseRational(text)
  if (value === null) throw new RangeError(`not a number: ${text}`)
  return value
}
