import { sql } from 'kysely'
import { holds } from '#kernel/actor.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import { pageOf } from '#kernel/page.ts'
import { refuse } from '#kernel/refusal.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { query } from '#platform/http/handler.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import { approvalLevels, partsOfStage, stageOf, type AirState, type StoryState } from '../../domain/approval/state.ts'
import { newsroomRights } from '../../domain/policy.ts'
import { namedBy } from '../people-by-name.ts'
import { rightOfLevel } from '../signing/delegations.ts'
import type { StoryId } from './story-row.ts'
import { waitsOfStories } from '../waiting/waits-of-stories.ts'
import { unitsOfDay } from './units-of-day.ts'

/** Stories of the newsroom, the latest changed first. */
export const listStories = query(storyRoutes.listStories, async ({ query: asked, actor, read, now, today }) => {
  const day = await unitsOfDay(read, actor, today)
  const { readable: units, delegatedLevels } = day
  if (!newsroomRights.some((right) => holds(actor, right)) && delegatedLevels.size === 0) refuse('platform.not-found')
  let rows = read
    .selectFrom('newsroom_story')
    .where('tenant_id', '=', actor.tenantId)
    .select(['id', 'title', 'column', 'category', 'state', 'air', 'author_id', 'unit_id', 'changed_at'])
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageLimit(asked.limit))
  if (units !== null) rows = rows.where(sql<boolean>`unit_id = any(${units}::uuid[])`)
  if (asked.stage !== undefined) {
    const { states, airs } = partsOfStage(asked.stage)
    rows = rows.where('state', 'in', states).where('air', 'in', airs)
  }
  if (asked.waiting === true) rows = rows.where((one) => one.or([one.and([one('state', '=', 'draft'), one('author_id', '=', actor.personId)]), ...approvalLevels.filter((level) => holds(actor, rightOfLevel[level]) || delegatedLevels.has(level)).map((level) => one('state', '=', level))]))
  if (asked.after !== undefined) {
    const [at, id] = pageKey(asked.after, ['instant', 'uuid'])
    rows = rows.where((one) => one.or([one('changed_at', '<', new Date(at)), one.and([one('changed_at', '=', new Date(at)), one('id', '<', id)])]))
  }
  const page = pageOf(await rows.execute(), asked.limit, (row) => [row.changed_at.toISOString(), row.id])
  const named = namedBy(await personNames(read, actor.tenantId, page.items.map((row) => row.author_id as PersonId)))
  const waits = await waitsOfStories(read, actor.tenantId, page.items.map((row) => row.id as StoryId), now)
  return {
    items: page.items.map((row) => ({
      id: row.id as StoryId,
      title: row.title,
      column: row.column,
      category: row.category,
      state: row.state as StoryState,
      stage: stageOf(row.state as StoryState, row.air as AirState),
      author: named(row.author_id),
      unit: { id: row.unit_id, name: day.nameOf(row.unit_id as UnitId) },
      changedAt: row.changed_at.toISOString(),
      waits: waits.get(row.id as StoryId) ?? null,
    })),
    next: page.next,
  }
})
