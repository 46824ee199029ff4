import { sql } from 'kysely'
import type { UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { escapeLike } from '#platform/db/like.ts'
import { query } from '#platform/http/handler.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { mayAdd } from '../../domain/rundown/rights.ts'
import { rightsOverStory } from '../../domain/policy.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import type { PersonId } from '#kernel/id.ts'
import type { StoryId } from '../stories/story-row.ts'
import { readPlaced } from './placed-stories.ts'
import { readRundown } from './rundown-row.ts'

const most = 40

/** Stories that the one who asks may put into a rundown: those meant for it, then the latest, approved before others. */
export const listPlaceable = query(rundownRoutes.listPlaceable, async ({ params, query: { text }, actor, read, today }) => {
  const day = await unitsOfDay(read, actor, today)
  const rundown = await readRundown(read, actor, day, params.rundownId)
  if (!mayAdd(rundown.rights, rundown.state)) refuse('platform.not-found')
  const meant = sql<boolean>`(s.slot_date = ${rundown.date} and s.programme_id is not distinct from ${rundown.programmeId}::uuid)`
  let rows = read
    .selectFrom('newsroom_story as s')
    .where('s.tenant_id', '=', actor.tenantId)
    .where('s.air', 'in', ['none', 'placed', 'aired'])
    .where((one) => one.not(one.exists(one.selectFrom('newsroom_rundown_item as i').where('i.tenant_id', '=', actor.tenantId).where('i.rundown_id', '=', rundown.id).whereRef('i.story_id', '=', 's.id').select('i.id'))))
    .select(['s.id', 's.unit_id', 's.author_id', meant.as('meant')])
    .orderBy(meant, 'desc')
    .orderBy(sql`s.state = 'approved'`, 'desc')
    .orderBy('s.changed_at', 'desc')
    .orderBy('s.id')
    .limit(most)
  if (day.readable !== null) rows = rows.where(sql<boolean>`s.unit_id = any(${day.readable}::uuid[])`)
  if (text !== undefined) rows = rows.where('s.title', 'ilike', `%${escapeLike(text)}%`)
  const found = (await rows.execute()).filter((row) => rundown.rights.producer || rightsOverStory(actor, { authorId: row.author_id as PersonId, lineage: day.lineageOf(row.unit_id as UnitId) }).has('department'))
  const stories = await readPlaced(read, actor.tenantId, found.map((row) => row.id as StoryId))
  return {
    items: found.flatMap((row) => {
      const story = stories.get(row.id as StoryId)
      if (story === undefined || (rundown.state !== 'planned' && !story.approved)) return []
      const { id, title, column, state, approved } = story
      return [{ id, title, column, state, approved, meant: Boolean(row.meant) }]
    }),
  }
})
