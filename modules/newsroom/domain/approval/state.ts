import type { Transition } from '#kernel/transition.ts'

/** Where a story is: nháp, chờ phòng duyệt, chờ lãnh đạo duyệt, đã duyệt phát. */
export const storyStates = ['draft', 'department', 'leadership', 'approved'] as const
export type StoryState = (typeof storyStates)[number]

/** The levels that approve, in their order (cấp phòng, lãnh đạo). A story waits in the state of the same name. */
export const approvalLevels = ['department', 'leadership'] as const
export type ApprovalLevel = (typeof approvalLevels)[number]

/** On its way to air, beside its approval: chưa xếp, trong khung, đã phát, lưu. */
export const airStates = ['none', 'placed', 'aired', 'archived'] as const
export type AirState = (typeof airStates)[number]

/** Where a story is for everybody, from nháp to lưu. */
export const storyStages = [...storyStates, 'placed', 'aired', 'archived'] as const
export type StoryStage = (typeof storyStages)[number]

/** What aired stays aired, whether or not it was signed; a placed story counts as placed once it is approved. */
export function stageOf(state: StoryState, air: AirState): StoryStage {
  if (air === 'aired' || air === 'archived') return air
  return air === 'placed' && state === 'approved' ? 'placed' : state
}

/** The states and ways to air that are one stage: what {@link stageOf} makes of them. */
export function partsOfStage(stage: StoryStage): { readonly states: readonly StoryState[]; readonly airs: readonly AirState[] } {
  if (stage === 'aired' || stage === 'archived') return { states: storyStates, airs: [stage] }
  if (stage === 'placed') return { states: ['approved'], airs: ['placed'] }
  return { states: [stage], airs: stage === 'approved' ? ['none'] : ['none', 'placed'] }
}

/** Whether a story has been on air: its words stay as they were. */
export function hasAired(air: AirState): boolean {
  return air === 'aired' || air === 'archived'
}

/** Trình, rút về, trả lại, duyệt, phát trước ký sau. */
export const storyActs = ['submit', 'withdraw', 'return', 'approve', 'air_first'] as const
export type StoryAct = (typeof storyActs)[number]

/** From where, and whose act it is; the reviewer is one of the level waited for, the editor one of the department. Where to depends on what still stands. */
export const storyTransitions = {
  submit: { from: ['draft'], by: 'author' },
  withdraw: { from: approvalLevels, by: 'author' },
  return: { from: approvalLevels, by: 'reviewer' },
  approve: { from: approvalLevels, by: 'reviewer' },
  air_first: { from: approvalLevels, by: 'editor' },
} as const satisfies Readonly<Record<StoryAct, Pick<Transition<StoryState, 'author' | 'reviewer' | 'editor'>, 'from' | 'by'>>>

export interface ActFacts {
  /** Levels whose approval covers the present words: they are not asked again. */
  readonly standing: readonly ApprovalLevel[]
  /** Where it is on its way to air: what has aired can only be signed. */
  readonly air: AirState
  /** Why it is returned, or aired before it is signed; other acts need none. */
  readonly reason: string
}

/** The state an act leads to, or why it cannot be. */
export type NextState = { readonly ok: true; readonly state: StoryState } | { readonly ok: false; readonly why: 'wrong-state' | 'no-reason' }

/** The level a story waits for; null for a draft and for what is approved to air. */
export function levelWaitedFor(state: StoryState): ApprovalLevel | null {
  return approvalLevels.find((level) => level === state) ?? null
}

function waitsFor(standing: readonly ApprovalLevel[]): StoryState {
  return approvalLevels.find((level) => !standing.includes(level)) ?? 'approved'
}

/** What an act makes of a story; an approval is that of the level waited for. */
export function nextState(state: StoryState, act: StoryAct, { standing, air, reason }: ActFacts): NextState {
  const from: readonly StoryState[] = storyTransitions[act].from
  if (!from.includes(state) || (hasAired(air) && act !== 'approve')) return { ok: false, why: 'wrong-state' }
  switch (act) {
    case 'submit':
      return { ok: true, state: waitsFor(standing) }
    case 'approve':
      return { ok: true, state: waitsFor([...standing, ...approvalLevels.filter((level) => level === state)]) }
    case 'withdraw':
      return { ok: true, state: 'draft' }
    case 'return':
      return reason.trim() === '' ? { ok: false, why: 'no-reason' } : { ok: true, state: 'draft' }
    case 'air_first':
      return reason.trim() === '' ? { ok: false, why: 'no-reason' } : { ok: true, state }
  }
}

/** Where a story is after its words changed: a draft stays one, anything else waits for the first level that must look again. */
export function stateAfterChange(state: StoryState, standing: readonly ApprovalLevel[]): StoryState {
  return state === 'draft' ? 'draft' : waitsFor(standing)
}
