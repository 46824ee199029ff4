import { meanOf, spreadOf, type RatedSheet } from './rated-sheet.ts'

/** What one rater's sheets have in common. Percentages of the maximum; advisory only. */
export interface RaterFigures {
  readonly rater: string
  readonly sheets: number
  readonly mean: number
  /** The rater's mean less the mean of all other raters' sheets: above nought is lenient. Those rated differ, so this is no proof. */
  readonly leniency: number | null
  /** Standard deviation over those rated; null of too few sheets. */
  readonly spread: number | null
  /** Sheets on which every criterion has the same share of its maximum (halo). */
  readonly flat: number
  /** Mean standard deviation between the criteria of a sheet: small when all criteria are judged alike. */
  readonly within: number | null
}

/** With fewer sheets a spread or a pattern says nothing. */
export const leastSheets = 3

const leastCriteria = 3
const same = 1e-9

/** Whether every criterion of a sheet got the same share of its maximum; never said of fewer than three criteria. */
export function isFlat({ shares }: Pick<RatedSheet, 'shares'>): boolean {
  return shares.length >= leastCriteria && shares.every((share) => Math.abs(share - (shares[0] ?? 0)) < same)
}

/** Figures of every rater over the sheets about others; a self-score is no rating of somebody else and is left out. */
export function figuresOfRaters(sheets: readonly RatedSheet[]): RaterFigures[] {
  const others = sheets.filter((sheet) => sheet.kind !== 'self')
  const total = others.reduce((sum, sheet) => sum + sheet.percent, 0)
  return [...Map.groupBy(others, (sheet) => sheet.rater)].map(([rater, own]) => {
    const enough = own.length >= leastSheets
    const percents = own.map((sheet) => sheet.percent)
    const mean = meanOf(percents)
    const rest = others.length - own.length
    const within = own.flatMap((sheet) => (sheet.shares.length < leastCriteria ? [] : [spreadOf(sheet.shares) ?? 0]))
    return {
      rater,
      sheets: own.length,
      mean,
      leniency: enough && rest >= leastSheets ? mean - (total - mean * own.length) / rest : null,
      spread: enough ? spreadOf(percents) : null,
      flat: own.filter(isFlat).length,
      within: enough && within.length > 0 ? meanOf(within) : null,
    }
  })
}
