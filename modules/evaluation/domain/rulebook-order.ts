import type { CampaignObstacle } from './campaign-obstacle.ts'
import type { Confidence } from './rulebook/compiled-rulebook.ts'

interface Offered {
  readonly obstacle: CampaignObstacle | null
  readonly confidence: Confidence
  readonly documentDate: string
  /** Issued by the body itself. */
  readonly own: boolean
  /** When a campaign was last opened with it; null when none was. */
  readonly lastUsed: string | null
}

const certainty = { primary: 0, second_hand: 1, assumed: 2, sample: 3 } as const satisfies Record<Confidence, number>

/** The heads under which a choice of rulebooks stands, in this order. */
export const rulebookGroups = ['own', 'primary', 'second_hand', 'sample'] as const
export type RulebookGroup = (typeof rulebookGroups)[number]

/** Where a rulebook stands in a choice: the body's own or used before, read in the official text, from local or second-hand sources, samples. */
export function rulebookGroup({ own, lastUsed, confidence }: Pick<Offered, 'own' | 'lastUsed' | 'confidence'>): RulebookGroup {
  if (own || lastUsed !== null) return 'own'
  return confidence === 'assumed' ? 'second_hand' : confidence
}

/** Orders rulebooks for a choice: those a campaign can be opened with by group, the last used first, then the newest document. */
export function usualFirst(a: Offered, b: Offered): number {
  const groups = rulebookGroups.indexOf(rulebookGroup(a)) - rulebookGroups.indexOf(rulebookGroup(b))
  return Number(a.obstacle !== null) - Number(b.obstacle !== null) || groups || (b.lastUsed ?? '').localeCompare(a.lastUsed ?? '') || certainty[a.confidence] - certainty[b.confidence] || b.documentDate.localeCompare(a.documentDate)
}
