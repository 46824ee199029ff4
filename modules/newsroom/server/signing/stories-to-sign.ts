import { holds } from '#kernel/actor.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import { approvalLevels, type ApprovalLevel } from '../../domain/approval/state.ts'
import { rightsOverStory } from '../../domain/policy.ts'
import type { Listener } from '../notices/told.ts'
import type { StoryId } from '../stories/story-row.ts'
import { rightOfLevel } from './delegations.ts'

/** Waiting stories looked at, the latest changed first: more than anybody signs. */
const mostWaiting = 200

/** A story that waits for somebody's signature. */
export interface StoryToSign {
  readonly id: StoryId
  readonly title: string
  readonly authorId: PersonId
  readonly changedAt: Date
}

/** Stories that wait at a level for somebody who may sign them there, also for another: not their own, nor those they signed at the other level. */
export async function storiesToSign({ read, actor, day }: Pick<Listener, 'read' | 'actor' | 'day'>): Promise<StoryToSign[]> {
  const levels = approvalLevels.filter((level) => holds(actor, rightOfLevel[level]) || day.delegatedLevels.has(level))
  if (levels.length === 0) return []
  const rows = await read
    .selectFrom('newsroom_story')
    .where('tenant_id', '=', actor.tenantId)
    .where('state', 'in', levels)
    .where('author_id', '!=', actor.personId)
    .select(['id', 'title', 'state', 'unit_id', 'author_id', 'changed_at'])
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostWaiting)
    .execute()
  const mine = rows.filter((row) => {
    const lineage = day.lineageOf(row.unit_id as UnitId)
    const level = row.state as ApprovalLevel
    return rightsOverStory(actor, { authorId: row.author_id as PersonId, lineage }).has(level) || day.delegationsOver(lineage).some((each) => each.level === level)
  })
  if (mine.length === 0) return []
  const signed = await read.selectFrom('newsroom_story_step').where('tenant_id', '=', actor.tenantId).where('story_id', 'in', mine.map(({ id }) => id)).where('level', 'is not', null).select(['story_id', 'level', 'act', 'person_id']).orderBy('at').orderBy('id').execute()
  return mine.flatMap((row) => {
    const last = signed.findLast((step) => step.story_id === row.id && step.level !== row.state)
    return last?.act === 'approve' && last.person_id === actor.personId ? [] : [{ id: row.id as StoryId, title: row.title, authorId: row.author_id as PersonId, changedAt: row.changed_at }]
  })
}
