import type { CampaignObstacle } from './campaign-obstacle.ts'
import type { Confidence } from './rulebook/compiled-rulebook.ts'

interface Offered {
  readonly obstacle: CampaignObstacle | null
  readonly confidence: Confidence
  readonly documentDate: string
}

const certainty = { primary: 0, second_hand: 1, assumed: 2, sample: 3 } as const satisfies Record<Confidence, number>

/** Orders rulebooks for a choice: those a campaign can be opened with, then those read in the official text, then the newest document. */
export function usualFirst(a: Offered, b: Offered): number {
  return Number(a.obstacle !== null) - Number(b.obstacle !== null) || certainty[a.confidence] - certainty[b.confidence] || b.documentDate.localeCompare(a.documentDate)
}
