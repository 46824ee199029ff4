import type { CompiledRulebook, Rater } from './rulebook/compiled-rulebook.ts'
import { appliesTo } from './rulebook/scope.ts'
import type { RaterColumn } from './policy.ts'

/** The column of the sheet a kind of rater fills; null for the others, who rate on sheets of their own. */
export function columnOf(rater: Rater): RaterColumn | null {
  if (rater.who === 'self') return 'self'
  return rater.who === 'direct_superior' ? 'superior' : null
}

function pointsOf(rulebook: CompiledRulebook, group: string): Rater[] {
  return rulebook.raters.filter((rater) => (rater.fills.includes('criteria') || rater.fills.includes('total')) && appliesTo(rater.groups, group))
}

/**
 * Whose points make the score in this group: the superior's when the rulebook lets the superior's count (who "nhận xét,
 * xác nhận", article 17.2), else the subject's own. Never one in place of the other.
 */
export function decidingColumn(rulebook: CompiledRulebook, group: string): RaterColumn {
  const columns = pointsOf(rulebook, group).filter((rater) => rater.counts).map(columnOf)
  return columns.includes('superior') || !columns.includes('self') ? 'superior' : 'self'
}

/** Kinds of rater beside the subject and the direct superior who give points in this group; none without `scores`. */
export function otherKinds(rulebook: CompiledRulebook, group: string): Rater[] {
  return rulebook.scores === null ? [] : pointsOf(rulebook, group).filter((rater) => columnOf(rater) === null)
}

/** Every kind that is on sheets of its own in some group, in the rulebook's order. */
export function kindsOf(rulebook: CompiledRulebook): Rater[] {
  return rulebook.raters.filter((rater) => rulebook.groups.some((group) => otherKinds(rulebook, group.id).includes(rater)))
}

/** Whether the direct superior scores in this group; without such a rater a file is scored once the subject has sent it on. */
export function asksSuperior(rulebook: CompiledRulebook, group: string): boolean {
  return rulebook.scores === null || pointsOf(rulebook, group).some((rater) => columnOf(rater) === 'superior')
}

/** Whether nothing can be computed without this kind of rater. */
export function isNeeded(rater: Rater): boolean {
  return rater.counts && rater.whenMissing === 'insufficient_data'
}
