import { meanOf, spreadOf, type RatedSheet } from './rated-sheet.ts'

/** How self-scores and the superior's scores of the same people go together. Percentages of the maximum. */
export interface Agreement {
  readonly pairs: number
  /** Self less superior, on average: above nought people score themselves higher. */
  readonly difference: number | null
  /** The same without its sign: how far apart the two are. */
  readonly distance: number | null
  /** Pairs with the same total. */
  readonly equal: number
  /** Pearson's correlation; null of fewer than five pairs, or when one side never varies. */
  readonly correlation: number | null
}

const leastPairs = 5

/** Agreement over everybody with both sheets. */
export function agreementOf(sheets: readonly RatedSheet[]): Agreement {
  const self = new Map(sheets.filter((sheet) => sheet.kind === 'self').map((sheet) => [sheet.subject, sheet.percent]))
  const pairs = sheets.flatMap((sheet) => {
    const own = self.get(sheet.subject)
    return sheet.kind !== 'superior' || own === undefined ? [] : [{ own, superior: sheet.percent }]
  })
  const differences = pairs.map(({ own, superior }) => own - superior)
  return {
    pairs: pairs.length,
    difference: pairs.length === 0 ? null : meanOf(differences),
    distance: pairs.length === 0 ? null : meanOf(differences.map(Math.abs)),
    equal: differences.filter((difference) => Math.abs(difference) < 1e-9).length,
    correlation: pairs.length < leastPairs ? null : correlationOf(pairs.map(({ own }) => own), pairs.map(({ superior }) => superior)),
  }
}

/** Pearson's correlation of two rows of the same length; null when one never varies. */
export function correlationOf(one: readonly number[], other: readonly number[]): number | null {
  const [a, b] = [spreadOf(one), spreadOf(other)]
  if (a === null || b === null || a < 1e-9 || b < 1e-9) return null
  const [meanOne, meanOther] = [meanOf(one), meanOf(other)]
  return one.reduce((sum, value, at) => sum + (value - meanOne) * ((other[at] ?? 0) - meanOther), 0) / ((one.length - 1) * a * b)
}
