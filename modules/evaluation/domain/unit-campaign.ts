import type { TransitionTable } from '#kernel/transition.ts'
import type { CompiledRulebook, Group } from './rulebook/compiled-rulebook.ts'

/** Statuses of a round that rates organisations (đợt đánh giá, xếp loại tổ chức), in order. */
export const unitCampaignStatuses = ['draft', 'running', 'published', 'closed', 'cancelled'] as const
export type UnitCampaignStatus = (typeof unitCampaignStatuses)[number]

export const unitCampaignActs = ['open', 'publish', 'close', 'cancel'] as const
export type UnitCampaignAct = (typeof unitCampaignActs)[number]

/**
 * Which act leads from where to where. There is one long stretch of work, not one phase for everybody: each organisation
 * is decided as soon as those below it are (article 9.1).
 */
export const unitCampaignTransitions = {
  open: { from: ['draft'], to: 'running', by: 'evaluation:manage' },
  publish: { from: ['running'], to: 'published', by: 'evaluation:manage' },
  close: { from: ['published'], to: 'closed', by: 'evaluation:manage' },
  cancel: { from: ['draft', 'running'], to: 'cancelled', by: 'evaluation:manage' },
} as const satisfies TransitionTable<UnitCampaignAct, UnitCampaignStatus, 'evaluation:manage'>

/** Where one organisation's file stands within a round. */
export const unitFileStatuses = ['waiting', 'self_scoring', 'scoring', 'scored', 'decided', 'published'] as const
export type UnitFileStatus = (typeof unitFileStatuses)[number]

export const unitFileActs = ['start', 'submit_self', 'take_back_self', 'submit_score', 'take_back_score', 'return_self', 'return_score', 'decide', 'publish'] as const
export type UnitFileAct = (typeof unitFileActs)[number]

/** Who acts: the organisation (its head), the recognising authority (article 5), the personnel body. */
export type UnitFileRight = 'self' | 'recogniser' | 'personnel'

/** Which act leads from where to where; server and screen read this table (article 9.2). */
export const unitFileTransitions = {
  start: { from: ['waiting'], to: 'self_scoring', by: 'personnel' },
  submit_self: { from: ['self_scoring'], to: 'scoring', by: 'self' },
  take_back_self: { from: ['scoring'], to: 'self_scoring', by: 'self' },
  submit_score: { from: ['scoring'], to: 'scored', by: 'recogniser' },
  take_back_score: { from: ['scored'], to: 'scoring', by: 'recogniser' },
  return_self: { from: ['scoring'], to: 'self_scoring', by: 'recogniser' },
  return_score: { from: ['scored'], to: 'scoring', by: 'personnel' },
  decide: { from: ['scored', 'decided'], to: 'decided', by: 'recogniser' },
  publish: { from: ['decided'], to: 'published', by: 'personnel' },
} as const satisfies TransitionTable<UnitFileAct, UnitFileStatus, UnitFileRight>

export const unitRaters = ['self', 'recogniser'] as const
export type UnitRater = (typeof unitRaters)[number]

/** Why no round can be opened with a rulebook; null when one can: it rates organisations and one side's points make the score. */
export function unitCampaignObstacle(rulebook: CompiledRulebook): 'people' | 'several_raters' | 'other_lists' | null {
  if (rulebook.subject !== 'organisation') return 'people'
  const counting = rulebook.raters.filter((rater) => rater.counts && rater.who !== 'self')
  if (counting.length !== 1 || (rulebook.scores !== null && !rulebook.scores.acceptsCombined)) return 'several_raters'
  return rulebook.lists.every((list) => list.keys.length > 0) ? null : 'other_lists'
}

/** The first group of the rulebook that takes units of this kind. */
export function unitGroup(rulebook: CompiledRulebook, kind: string): Group | undefined {
  return rulebook.groups.find(({ selector }) => selector.unitKinds === null || selector.unitKinds.includes(kind))
}

/** The lowest of the rulebook's levels: not completed (không hoàn thành nhiệm vụ). */
export function failingLevel(rulebook: Pick<CompiledRulebook, 'levels'>): string | undefined {
  return rulebook.levels.filter((level) => level.ranked).at(-1)?.id
}
