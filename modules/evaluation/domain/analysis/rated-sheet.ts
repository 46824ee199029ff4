/** One rater's submitted sheet about one subject, as the analysis reads it. Floats: advisory figures only. */
export interface RatedSheet {
  readonly subject: string
  readonly rater: string
  /** `self`, `superior`, or the rulebook's kind of a further named rater. */
  readonly kind: string
  /** Points by criterion as a share of the criterion's maximum, 0 to 100. */
  readonly shares: readonly number[]
  /** All points as a share of all maxima, 0 to 100. */
  readonly percent: number
}

/** The middle of values; nought of none. */
export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Standard deviation of a sample (divided by n − 1); null of fewer than two. */
export function spreadOf(values: readonly number[]): number | null {
  if (values.length < 2) return null
  const mean = meanOf(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}
