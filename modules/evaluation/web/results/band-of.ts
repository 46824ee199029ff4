import { compare, parseRational, toShortest } from '#kernel/rational.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'

/** The band an exact score falls in: its level, where it begins, and where the next better one begins (null for the best). */
export interface ScoreBand {
  readonly level: string
  readonly from: string
  readonly below: string | null
}

/** Finds the band of an unrounded score; bands stand best first and their conditions are not looked at. */
export function bandOf(rulebook: Pick<CompiledRulebook, 'rating'>, exact: string): ScoreBand | undefined {
  const score = parseRational(exact)
  if (score === null) return undefined
  let below: string | null = null
  for (const band of rulebook.rating.bands) {
    const from = parseRational(band.from)
    if (from === null) continue
    if (compare(score, from) >= 0) return { level: band.level, from: toShortest(from), below }
    below = toShortest(from)
  }
  return undefined
}
