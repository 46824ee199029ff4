import type { TransitionTable } from '#kernel/transition.ts'

/** Where a rundown (khung chương trình) is: đang dựng, đã chốt, đang phát, đã kết thúc. */
export const rundownStates = ['planned', 'locked', 'on_air', 'ended'] as const
export type RundownState = (typeof rundownStates)[number]

/** Chốt khung, mở lại khung, kết thúc. The first item taken puts a locked rundown on air. */
export const rundownActs = ['lock', 'unlock', 'finish'] as const
export type RundownAct = (typeof rundownActs)[number]

/** Who acts on a rundown: the producer (thư ký tòa soạn) orders it, the gallery (phát sóng) airs it. */
export type RundownHand = 'producer' | 'gallery'

export const rundownTransitions = {
  lock: { from: ['planned'], to: 'locked', by: 'producer' },
  unlock: { from: ['locked'], to: 'planned', by: 'producer' },
  finish: { from: ['on_air'], to: 'ended', by: 'gallery' },
} as const satisfies TransitionTable<RundownAct, RundownState, RundownHand>

/** Kinds of item (mục): tin, bài; hình hiệu; quảng cáo; trực tiếp; dự phòng. */
export const itemKinds = ['story', 'ident', 'advert', 'live', 'spare'] as const
export type ItemKind = (typeof itemKinds)[number]

/** Kinds that have no story behind them. */
export const plainKinds = ['ident', 'advert', 'live', 'spare'] as const satisfies readonly Exclude<ItemKind, 'story'>[]

/** Where an item is: chờ, sắp phát, đang phát, đã phát. From `next` on it is frozen. */
export const itemStages = ['waiting', 'next', 'on_air', 'aired'] as const
export type ItemStage = (typeof itemStages)[number]

/** Đặt sắp phát, bỏ sắp phát, lên sóng, dứt. */
export const airActs = ['next', 'release', 'take', 'end'] as const
export type AirAct = (typeof airActs)[number]
