import { columnOf } from './raters.ts'
import type { CompiledRulebook } from './rulebook/compiled-rulebook.ts'
import { listsOf, writesForBody, writesLists } from './sheet-lists.ts'

/** Why a campaign cannot be opened with a rulebook yet; it still scores case files and simulations. */
export const campaignObstacles = ['organisations', 'several_raters', 'other_raters', 'other_lists'] as const
export type CampaignObstacle = (typeof campaignObstacles)[number]

/**
 * What a rulebook asks for that a campaign does not collect; null when a campaign can be opened with it.
 * A campaign has the subject's and the superior's columns, the sheets of the other kinds of rater that `scores` combines,
 * the list of tasks, and on these two columns what the rulebook's own lists ask for.
 */
export function campaignObstacle(rulebook: CompiledRulebook): CampaignObstacle | null {
  if (rulebook.subject !== 'person') return 'organisations'
  if (rulebook.raters.some((rater) => rater.weight !== null)) return 'several_raters'
  const counting = rulebook.raters.filter((rater) => rater.counts && columnOf(rater) === null && !writesForBody(rulebook, rater))
  // With `scores` every kind of rater has sheets of its own; one that gives a total alone has none.
  if (rulebook.scores === null ? counting.length > 0 : counting.some((rater) => !rater.fills.includes('criteria'))) return 'other_raters'
  const written = rulebook.groups.every(({ id }) => listsOf(rulebook, id).length === 0 || writesLists(rulebook, id, 'self') || writesLists(rulebook, id, 'superior'))
  return written ? null : 'other_lists'
}
