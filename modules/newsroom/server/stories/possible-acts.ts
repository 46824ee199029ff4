import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { maySign, type MaySign } from '../../domain/approval/may-sign.ts'
import { approvalLevels, hasAired, levelWaitedFor, storyActs, storyTransitions, type ApprovalLevel, type StoryAct } from '../../domain/approval/state.ts'
import type { Approval } from './steps.ts'
import type { StoryRow } from './story-row.ts'

/** Levels whose approval covers the present words. */
export function standingOf(approvals: readonly Approval[]): ApprovalLevel[] {
  return approvals.filter((each) => each.stands).map((each) => each.level)
}

/** Whether the actor may approve the story at the level it waits for, and under which delegation they then sign. */
export function signing(actorId: PersonId, story: StoryRow, level: ApprovalLevel, approvals: readonly Approval[], today: CalendarDate): MaySign {
  const standing = approvals.filter((each) => each.stands).map((each) => ({ level: each.level, personId: each.personId, actingFor: each.actingFor }))
  return maySign({ level, actorId, authorId: story.authorId, standing, delegations: story.delegations, ownRight: story.rights.has(level), today })
}

/** Whether an act is the actor's at all, whatever the story's state and words. */
export function isTheirs(story: StoryRow, act: StoryAct): boolean {
  const { by } = storyTransitions[act]
  if (by === 'author') return story.rights.has('author')
  if (by === 'editor') return story.rights.has('department')
  const level = levelWaitedFor(story.state)
  const levels = level === null ? approvalLevels : [level]
  return levels.some((each) => story.rights.has(each) || story.delegations.some((delegation) => delegation.level === each))
}

/** The acts the actor can do now. */
export function possibleActs({ personId }: Actor, story: StoryRow, approvals: readonly Approval[], today: CalendarDate): StoryAct[] {
  if (personId === null) return []
  const level = levelWaitedFor(story.state)
  return storyActs.filter((act) => {
    if (hasAired(story.air) && act !== 'approve') return false
    if (!(storyTransitions[act].from as readonly string[]).includes(story.state) || !isTheirs(story, act)) return false
    return act !== 'approve' || (level !== null && signing(personId, story, level, approvals, today).ok)
  })
}
