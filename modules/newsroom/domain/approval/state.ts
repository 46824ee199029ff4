import type { Transition } from '#kernel/transition.ts'

/** Where a story is: nháp, chờ phòng duyệt, chờ lãnh đạo duyệt, đã duyệt phát. */
export const storyStates = ['draft', 'department', 'leadership', 'approved'] as const
export type StoryState = (typeof storyStates)[number]

/** The levels that approve, in their order (cấp phòng, lãnh đạo). A story waits in the state of the same name. */
export const approvalLevels = ['department', 'leadership'] as const
export type ApprovalLevel = (typeof approvalLevels)[number]

/** Trình, rút về, trả lại, duyệt. */
export const storyActs = ['submit', 'withdraw', 'return', 'approve'] as const
export type StoryAct = (typeof storyActs)[number]

/** From where, and whose act it is; the reviewer is one of the level waited for. Where to depends on what still stands. */
export const storyTransitions = {
  submit: { from: ['draft'], by: 'author' },
  withdraw: { from: approvalLevels, by: 'author' },
  return: { from: approvalLevels, by: 'reviewer' },
  approve: { from: approvalLevels, by: 'reviewer' },
} as const satisfies Readonly<Record<StoryAct, Pick<Transition<StoryState, 'author' | 'reviewer'>, 'from' | 'by'>>>

export interface ActFacts {
  /** Levels whose approval covers the present words: they are not asked again. */
  readonly standing: readonly ApprovalLevel[]
  /** Why it is returned; other acts need none. */
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
export function nextState(state: StoryState, act: StoryAct, { standing, reason }: ActFacts): NextState {
  const from: readonly StoryState[] = storyTransitions[act].from
  if (!from.includes(state)) return { ok: false, why: 'wrong-state' }
  switch (act) {
    case 'submit':
      return { ok: true, state: waitsFor(standing) }
    case 'approve':
      return { ok: true, state: waitsFor([...standing, ...approvalLevels.filter((level) => level === state)]) }
    case 'withdraw':
      return { ok: true, state: 'draft' }
    case 'return':
      return reason.trim() === '' ? { ok: false, why: 'no-reason' } : { ok: true, state: 'draft' }
  }
}

/** Where a story is after its words changed: a draft stays one, anything else waits for the first level that must look again. */
export function stateAfterChange(state: StoryState, standing: readonly ApprovalLevel[]): StoryState {
  return state === 'draft' ? 'draft' : waitsFor(standing)
}
