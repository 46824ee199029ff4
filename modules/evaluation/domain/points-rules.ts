import * as rational from '#kernel/rational.ts'
import type { CompiledRulebook, Criterion } from './rulebook/compiled-rulebook.ts'

/** What one cell takes: at most `max`, in steps of `step` (any value when null); decimal texts. */
export interface PointsRules {
  readonly max: string
  readonly step: string | null
}

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

/** `5/2` → `2.5`. Throws RangeError on what is no number. */
export function shortest(text: string): string {
  const value = rational.parseRational(text)
  if (value === null) throw new RangeError(`not a number: ${text}`)
  return rational.toShortest(value)
}
