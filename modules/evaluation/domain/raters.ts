import type { CompiledRulebook, Rater } from './rulebook/compiled-rulebook.ts'
import type { RaterColumn } from './policy.ts'

function columnOf(rater: Rater): RaterColumn | null {
  if (rater.who === 'self') return 'self'
  return rater.who === 'direct_superior' ? 'superior' : null
}

/**
 * Whose points make the score in this group: the superior's when the rulebook lets the superior's count (who "nhận xét,
 * xác nhận", article 17.2), else the subject's own. Never one in place of the other.
 */
export function decidingColumn(rulebook: CompiledRulebook, group: string): RaterColumn {
  const counting = rulebook.raters.filter(
    (rater) => rater.counts && (rater.fills.includes('criteria') || rater.fills.includes('total')) && (rater.groups === null || rater.groups.includes(group)),
  )
  const columns = counting.map(columnOf)
  return columns.includes('superior') || !columns.includes('self') ? 'superior' : 'self'
}
