import { vietnameseDay } from '#kernel/calendar-date.ts'
import type { ScriptContent } from '../approval/content.ts'
import { changesOf, lapsedLevels } from '../approval/lapse.ts'
import { approvalLevels, nextState, stateAfterChange, type ApprovalLevel, type StoryAct, type StoryState } from '../approval/state.ts'

/** Where a story's time goes: đang viết, bị trả lại, chờ phòng, chờ lãnh đạo. What is approved waits for nobody here. */
export const waitingPlaces = ['draft', 'returned', 'department', 'leadership'] as const
export type WaitingPlace = (typeof waitingPlaces)[number]

/** A step of approval, as far as it says where the story went. */
export interface PastStep {
  readonly act: StoryAct
  readonly level: ApprovalLevel | null
  readonly version: number
  readonly at: Date
}

/** A version and when it was begun; what it says only where an approval came before it, null else. */
export interface PastVersion {
  readonly version: number
  readonly at: Date
  readonly content: ScriptContent | null
}

/** Everything stored of a story's way: its steps in order and its versions in order, the first one being the story's beginning. */
export interface StoryPast {
  readonly steps: readonly PastStep[]
  readonly versions: readonly PastVersion[]
}

/** A time at one place (chặng); `to` null while it lasts. */
export interface Stretch {
  readonly place: WaitingPlace
  readonly from: Date
  readonly to: Date | null
}

/** The times a story spent at each place, in order. A change of words that ended an approval brings it back to a level without any step. */
export function stretchesOf({ steps, versions }: StoryPast): Stretch[] {
  const approved = new Map<ApprovalLevel, number>()
  const byNumber = new Map(versions.map((version) => [version.version, version]))
  const stretches: Stretch[] = []
  let state: StoryState = 'draft'
  let present = versions[0]
  const standing = () => approvalLevels.filter((level) => stands(level, byNumber.get(approved.get(level) ?? 0), present))
  const move = (at: Date, place: WaitingPlace | null) => {
    const last = stretches.at(-1)
    if (last !== undefined && last.to === null) {
      if (last.place === place) return
      stretches[stretches.length - 1] = { ...last, to: at }
    }
    if (place !== null) stretches.push({ place, from: at, to: null })
  }
  for (const event of inOrder(steps, versions)) {
    if ('act' in event) {
      const before = standing()
      if (event.level !== null && event.act === 'approve') approved.set(event.level, event.version)
      else if (event.level !== null) approved.delete(event.level)
      const next = nextState(stateOfAct(event, state), event.act, { standing: before, air: 'none', reason: event.act })
      if (next.ok) state = next.state
      move(event.at, event.act === 'return' ? 'returned' : placeOf(state))
    } else {
      present = event
      state = stateAfterChange(state, standing())
      if (state !== 'draft' || stretches.length === 0) move(event.at, placeOf(state))
    }
  }
  return stretches
}

/** The steps say from where they were done; the words of a version may have been settled a little after it was begun. */
function stateOfAct({ act, level }: PastStep, state: StoryState): StoryState {
  if (act === 'submit') return 'draft'
  return level ?? (act === 'withdraw' && state === 'approved' ? 'leadership' : state)
}

function placeOf(state: StoryState): WaitingPlace | null {
  return state === 'approved' ? null : state
}

function stands(level: ApprovalLevel, approved: PastVersion | undefined, present: PastVersion | undefined): boolean {
  if (approved === undefined || present === undefined) return false
  if (approved.version === present.version) return true
  if (approved.content === null || present.content === null) return false
  return !lapsedLevels(changesOf(approved.content, present.content), vietnameseDay(present.at)).includes(level)
}

/** A step looks at a version that was begun before it. */
function inOrder(steps: readonly PastStep[], versions: readonly PastVersion[]): (PastStep | PastVersion)[] {
  return [...versions, ...steps].sort((a, b) => a.at.getTime() - b.at.getTime())
}
