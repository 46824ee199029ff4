import { holds } from '#kernel/actor.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import { approvalLevels, type ApprovalLevel } from '../../domain/approval/state.ts'
import { rightsOverStory } from '../../domain/policy.ts'
import { rightOfLevel } from '../signing/delegations.ts'
import type { StoryId } from '../stories/story-row.ts'
import { stretchesOfStories } from '../waiting/story-pasts.ts'
import type { Listener, Told } from './told.ts'

/** Waiting stories looked at, the latest changed first: more than anybody signs. */
const mostWaiting = 200

/** Stories that wait at a level for somebody who may sign them there: not their own, nor those they signed at the other level. */
export async function storiesWaiting({ read, actor, day }: Listener): Promise<Told[]> {
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
  const ids = mine.map(({ id }) => id as StoryId)
  const signed = await read.selectFrom('newsroom_story_step').where('tenant_id', '=', actor.tenantId).where('story_id', 'in', ids).where('level', 'is not', null).select(['story_id', 'level', 'act', 'person_id']).orderBy('at').orderBy('id').execute()
  const stretches = await stretchesOfStories(read, actor.tenantId, ids)
  return mine.flatMap((row) => {
    const last = signed.findLast((step) => step.story_id === row.id && step.level !== row.state)
    if (last?.act === 'approve' && last.person_id === actor.personId) return []
    const id = row.id as StoryId
    const at = stretches.get(id)?.at(-1)?.from ?? row.changed_at
    return [{ kind: 'waits' as const, about: id, at, dueAt: null, story: { id, title: row.title }, assignment: null, by: row.author_id as PersonId, said: '' }]
  })
}
