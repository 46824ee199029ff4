import { holdsOver, type Actor } from '#kernel/actor.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import type { Permission } from '#kernel/permission.ts'
import { hasAired, type AirState, type StoryState } from './approval/state.ts'

/** What somebody is to a story: its author, or a reviewer of one level. */
export type StoryRight = 'author' | 'department' | 'leadership'

/** Who wrote a story, and the unit it belongs to with those above it today. */
export interface StoryPlace {
  readonly authorId: PersonId
  readonly lineage: readonly UnitId[]
}

/** With any of them somebody belongs to a newsroom and reads its stories. */
export const newsroomRights = ['newsroom:write', 'newsroom:review', 'newsroom:approve', 'newsroom:desk', 'newsroom:rundown', 'newsroom:air'] as const satisfies readonly Permission[]

/** Rights over one story today; an author who may no longer write for the unit is none. */
export function rightsOverStory(actor: Actor, { authorId, lineage }: StoryPlace): Set<StoryRight> {
  const rights = new Set<StoryRight>()
  if (actor.personId === authorId && holdsOver(actor, 'newsroom:write', lineage)) rights.add('author')
  if (holdsOver(actor, 'newsroom:review', lineage)) rights.add('department')
  if (holdsOver(actor, 'newsroom:approve', lineage)) rights.add('leadership')
  return rights
}

/** Everybody of the newsroom of a unit reads its stories. */
export function maySeeStory(actor: Actor, { lineage }: StoryPlace): boolean {
  return newsroomRights.some((right) => holdsOver(actor, right, lineage))
}

/** Whose turn it is to write: the author while it is a draft, then the department. Leadership approves or returns, and writes nothing. */
const writers: Readonly<Record<StoryState, StoryRight>> = { draft: 'author', department: 'department', leadership: 'department', approved: 'department' }

/** May change the words of a story in this state; what has aired stays as it was. */
export function mayWrite(rights: ReadonlySet<StoryRight>, state: StoryState, air: AirState): boolean {
  return !hasAired(air) && rights.has(writers[state])
}
