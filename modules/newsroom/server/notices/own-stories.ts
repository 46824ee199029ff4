import type { PersonId } from '#kernel/id.ts'
import type { StoryId } from '../stories/story-row.ts'
import type { Listener, Told } from './told.ts'

/** What became of the stories somebody wrote: returned and still theirs to mend, or approved to air. */
export async function ownStories({ read, actor, since }: Listener): Promise<Told[]> {
  const rows = await read
    .selectFrom('newsroom_story_step as p')
    .innerJoin('newsroom_story as s', (join) => join.on('s.tenant_id', '=', actor.tenantId).onRef('s.id', '=', 'p.story_id'))
    .where('p.tenant_id', '=', actor.tenantId)
    .where('s.author_id', '=', actor.personId)
    .where('p.at', '>=', since)
    .select(['p.id', 'p.story_id', 'p.act', 'p.person_id', 'p.at', 'p.note', 's.title', 's.state'])
    .orderBy('p.at')
    .orderBy('p.id')
    .execute()
  const last = new Map(rows.filter(({ act }) => act !== 'air_first').map((row) => [row.story_id, row]))
  return [...last.values()].flatMap((row) => {
    const kind = row.act === 'return' && row.state === 'draft' ? 'returned' : row.act === 'approve' && row.state === 'approved' ? 'approved' : null
    if (kind === null) return []
    return [{ kind, about: row.id, at: row.at, dueAt: null, story: { id: row.story_id as StoryId, title: row.title }, assignment: null, by: row.person_id as PersonId, said: row.note }]
  })
}
