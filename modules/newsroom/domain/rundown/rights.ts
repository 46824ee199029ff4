import { holds, holdsOver, type Actor } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/id.ts'
import { rundownActs, rundownTransitions, type ItemStage, type RundownAct, type RundownHand, type RundownState } from './state.ts'

/** What somebody may do in a rundown of a unit, given the unit with those above it today. */
export interface RundownRights {
  /** Order, time, float, readers (thư ký tòa soạn). */
  readonly producer: boolean
  /** The marks on air (phát sóng). */
  readonly gallery: boolean
  /** Put in and take out stories of their department (biên tập). */
  readonly editor: boolean
}

/** Rights over a rundown; whose stories an editor may put in is for the story to say. */
export function rightsOverRundown(actor: Actor, lineage: readonly UnitId[]): RundownRights {
  return { producer: holdsOver(actor, 'newsroom:rundown', lineage), gallery: holdsOver(actor, 'newsroom:air', lineage), editor: holds(actor, 'newsroom:review') }
}

/** The acts on the rundown itself that somebody can do now. */
export function possibleRundownActs(rights: RundownRights, state: RundownState): RundownAct[] {
  return rundownActs.filter((act) => {
    const { from, by }: { readonly from: readonly RundownState[]; readonly by: RundownHand } = rundownTransitions[act]
    return from.includes(state) && rights[by]
  })
}

/** Whether items may be put in: by the producer until it has ended, by editors until it is locked. */
export function mayAdd({ producer, editor }: RundownRights, state: RundownState): boolean {
  return state !== 'ended' && (producer || (editor && state === 'planned'))
}

/** Whether an item may be moved, timed or floated. What is next or on air is the gallery's, what has aired is history. */
export function mayChangeItem({ producer }: RundownRights, state: RundownState, stage: ItemStage): boolean {
  return producer && state !== 'ended' && stage === 'waiting'
}

/** Whether an item may be taken out; `ownStory` is a story of the editor's own department. */
export function mayRemoveItem(rights: RundownRights, state: RundownState, stage: ItemStage, ownStory: boolean): boolean {
  return mayChangeItem(rights, state, stage) || (rights.editor && ownStory && state === 'planned' && stage === 'waiting')
}
