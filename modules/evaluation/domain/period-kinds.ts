import { periodKinds, type PeriodKind } from './campaign.ts'
import type { CompiledRulebook } from './rulebook/compiled-rulebook.ts'

/** Is a period of this kind rated from the scores of its months or quarters, and not on a sheet of its own? */
export function fromShorterPeriods(rulebook: Pick<CompiledRulebook, 'sheet' | 'period'>, kind: PeriodKind): boolean {
  return kind === 'year' && rulebook.period !== null && !rulebook.sheet.periods.includes('year')
}

/** The kinds of period a rulebook scores (tháng, quý, năm): on a sheet, or a year from the scores of shorter periods. */
export function periodKindsOf(rulebook: Pick<CompiledRulebook, 'sheet' | 'period'>): PeriodKind[] {
  return periodKinds.filter((kind) => rulebook.sheet.periods.includes(kind) || fromShorterPeriods(rulebook, kind))
}
