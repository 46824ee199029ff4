import type { PersonId, UnitId } from '#kernel/id.ts'
import { hasAired, type AirState } from '../../domain/approval/state.ts'
import { rightsOverStory } from '../../domain/policy.ts'
import type { StoryId } from '../stories/story-row.ts'
import type { Listener, Told } from './told.ts'

/** Stories let on air before they were signed (phát trước, ký sau) and not signed yet: for leadership over them, who ordered it and who did it. */
export async function signaturesDue({ read, actor, day, now }: Listener): Promise<Told[]> {
  const rows = await read
    .selectFrom('newsroom_story_step as p')
    .innerJoin('newsroom_story as s', (join) => join.on('s.tenant_id', '=', actor.tenantId).onRef('s.id', '=', 'p.story_id'))
    .where('p.tenant_id', '=', actor.tenantId)
    .where('p.act', '=', 'air_first')
    .where('s.state', 'in', ['department', 'leadership'])
    .select(['p.id', 'p.story_id', 'p.at', 'p.due_at', 'p.person_id', 'p.ordered_by', 'p.version', 'p.note', 's.title', 's.unit_id', 's.author_id', 's.air', 's.version as present'])
    .orderBy('p.at')
    .orderBy('p.id')
    .execute()
  const last = new Map(rows.map((row) => [row.story_id, row]))
  return [...last.values()].flatMap((row) => {
    // A change of one letter before it aired has ended the leave.
    if (row.due_at === null || (row.version !== row.present && !hasAired(row.air as AirState))) return []
    const answers = row.ordered_by === actor.personId || row.person_id === actor.personId || rightsOverStory(actor, { authorId: row.author_id as PersonId, lineage: day.lineageOf(row.unit_id as UnitId) }).has('leadership')
    if (!answers) return []
    const overdue = row.due_at < now
    return [{ kind: overdue ? ('sign_overdue' as const) : ('sign_due' as const), about: row.id, at: overdue ? row.due_at : row.at, dueAt: row.due_at, story: { id: row.story_id as StoryId, title: row.title }, assignment: null, by: row.person_id as PersonId, said: row.note }]
  })
}
