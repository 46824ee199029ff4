import type { TransitionTable } from '#kernel/transition.ts'

/** Statuses of a campaign (đợt đánh giá), in order. */
export const campaignStatuses = ['draft', 'scoring', 'compiling', 'deciding', 'published', 'closed', 'cancelled'] as const
export type CampaignStatus = (typeof campaignStatuses)[number]

/** While the personnel body may still change files, levels of organisations and months carried over: until results go to the authority. */
export const adjustableStatuses: readonly CampaignStatus[] = ['draft', 'scoring', 'compiling']

/** While a meeting on the levels may be called: once scoring has begun, until they are made known. */
export const meetableStatuses: readonly CampaignStatus[] = ['scoring', 'compiling', 'deciding']

export const campaignActs = ['open', 'compile', 'return_to_scoring', 'submit', 'return_to_compiling', 'publish', 'close', 'cancel'] as const
export type CampaignAct = (typeof campaignActs)[number]

/** Only the personnel body (bộ phận tham mưu về tổ chức, cán bộ) moves a campaign. */
export type CampaignRight = 'evaluation:manage'

/** Which act leads from where to where; server and screen read this table. NĐ 335/2025, articles 17, 18, 21. */
export const campaignTransitions = {
  open: { from: ['draft'], to: 'scoring', by: 'evaluation:manage' },
  compile: { from: ['scoring'], to: 'compiling', by: 'evaluation:manage' },
  return_to_scoring: { from: ['compiling'], to: 'scoring', by: 'evaluation:manage' },
  submit: { from: ['compiling'], to: 'deciding', by: 'evaluation:manage' },
  return_to_compiling: { from: ['deciding'], to: 'compiling', by: 'evaluation:manage' },
  publish: { from: ['deciding'], to: 'published', by: 'evaluation:manage' },
  close: { from: ['published'], to: 'closed', by: 'evaluation:manage' },
  cancel: { from: ['draft', 'scoring'], to: 'cancelled', by: 'evaluation:manage' },
} as const satisfies TransitionTable<CampaignAct, CampaignStatus, CampaignRight>

/** Kinds of period a campaign scores (article 17; a year is rated from its months, article 20). */
export const periodKinds = ['month', 'quarter', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]
