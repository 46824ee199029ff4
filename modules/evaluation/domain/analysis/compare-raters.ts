import { fitCrossedEffects, type CrossedFit } from './crossed-effects.ts'
import { designsOf, type Design } from './designs.ts'
import { meanOf, type RatedSheet } from './rated-sheet.ts'

/** One group of raters tied together by people they share, with what the model says of them, or why it says nothing. */
export interface Comparison {
  readonly subjects: number
  readonly raters: readonly string[]
  readonly obstacle: Design['obstacle']
  readonly fit: { readonly mean: number; readonly sd: CrossedFit['sd'] } | null
  /** How much more than the others of this group a rater gives, in per cent of the maximum, with its standard error. */
  readonly severities: readonly { readonly rater: string; readonly effect: number; readonly error: number }[]
  /** The mean of the scores given, and what it would be had average raters given them. Within this group only. */
  readonly adjusted: readonly { readonly subject: string; readonly raw: number; readonly adjusted: number; readonly sheets: number }[]
}

/** Rater-adjusted averages of those scored by others, group by group; nothing is compared between groups. */
export function compareRaters(sheets: readonly RatedSheet[]): Comparison[] {
  const observations = sheets.filter((sheet) => sheet.kind !== 'self').map(({ subject, rater, percent }) => ({ subject, rater, value: percent }))
  return designsOf(observations).map((design) => {
    const raters = [...new Set(design.observations.map((each) => each.rater))]
    const base = { subjects: design.subjects, raters, obstacle: design.obstacle }
    if (design.obstacle !== null) return { ...base, fit: null, severities: [], adjusted: [] }
    const fit = fitCrossedEffects(design.observations)
    const bySubject = Map.groupBy(design.observations, (each) => each.subject)
    return {
      ...base,
      fit: { mean: fit.mean, sd: fit.sd },
      severities: [...fit.raters].map(([rater, { effect, error }]) => ({ rater, effect, error })),
      adjusted: [...bySubject].map(([subject, given]) => ({ subject, raw: meanOf(given.map((each) => each.value)), adjusted: fit.mean + (fit.subjects.get(subject) ?? 0), sheets: given.length })),
    }
  })
}
