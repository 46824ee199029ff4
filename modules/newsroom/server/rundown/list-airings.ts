import { sql } from 'kysely'
import { holds } from '#kernel/actor.ts'
import { addDays, midnight } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { pageOf } from '#kernel/page.ts'
import { refuse } from '#kernel/refusal.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { query } from '#platform/http/handler.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { newsroomRights } from '../../domain/policy.ts'
import type { ItemKind } from '../../domain/rundown/state.ts'
import { seesDesk } from '../desk/desk-units.ts'
import { namedBy } from '../people-by-name.ts'
import type { StoryId } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import type { AiringId } from './airing.ts'
import type { ItemId } from './item-rows.ts'
import type { RundownId } from './rundown-row.ts'

/** The as-run log (nhật ký phát sóng), the latest first. */
export const listAirings = query(rundownRoutes.listAirings, async ({ query: asked, actor, read, today }) => {
  if (!newsroomRights.some((right) => holds(actor, right))) refuse('platform.not-found')
  const sees = seesDesk(actor, await unitsOfDay(read, actor, today))
  const units = (await read.selectFrom('newsroom_rundown').where('tenant_id', '=', actor.tenantId).select('unit_id').distinct().execute()).flatMap(({ unit_id: id }) => (sees(id as Parameters<typeof sees>[0]) ? [id] : []))
  let rows = read
    .selectFrom('newsroom_airing as a')
    .innerJoin('newsroom_rundown as r', (join) => join.on('r.tenant_id', '=', actor.tenantId).onRef('r.id', '=', 'a.rundown_id'))
    .where('a.tenant_id', '=', actor.tenantId)
    .where(sql<boolean>`r.unit_id = any(${units}::uuid[])`)
    .selectAll('a')
    .orderBy('a.started_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(pageLimit(asked.limit))
  if (asked.rundownId !== undefined) rows = rows.where('a.rundown_id', '=', asked.rundownId)
  if (asked.storyId !== undefined) rows = rows.where('a.story_id', '=', asked.storyId)
  if (asked.from !== undefined) rows = rows.where('a.started_at', '>=', midnight(asked.from))
  if (asked.to !== undefined) rows = rows.where('a.started_at', '<', midnight(addDays(asked.to, 1)))
  if (asked.replaced !== true) rows = rows.where((one) => one.not(one.exists(one.selectFrom('newsroom_airing as b').where('b.tenant_id', '=', actor.tenantId).whereRef('b.replaces', '=', 'a.id').select('b.id'))))
  if (asked.after !== undefined) {
    const [at, id] = pageKey(asked.after, ['instant', 'uuid'])
    rows = rows.where((one) => one.or([one('a.started_at', '<', new Date(at)), one.and([one('a.started_at', '=', new Date(at)), one('a.id', '<', id)])]))
  }
  const page = pageOf(await rows.execute(), asked.limit, (row) => [row.started_at.toISOString(), row.id])
  const names = await personNames(read, actor.tenantId, [...new Set(page.items.flatMap((row) => [row.recorded_by as PersonId, ...(row.reader_id === null ? [] : [row.reader_id as PersonId])]))])
  const named = namedBy(names)
  return {
    items: page.items.map((row) => ({
      id: row.id as AiringId,
      rundownId: row.rundown_id as RundownId,
      itemId: row.item_id as ItemId,
      storyId: row.story_id as StoryId | null,
      programme: row.programme,
      column: row.column,
      category: row.category,
      kind: row.kind as ItemKind,
      title: row.title,
      version: row.version,
      hash: row.hash?.toString('hex') ?? null,
      startedAt: row.started_at.toISOString(),
      endedAt: row.ended_at.toISOString(),
      actualMs: row.actual_ms,
      plannedMs: row.planned_ms,
      estimatedMs: row.estimated_ms,
      lockedMs: row.locked_ms,
      reader: row.reader_id === null ? null : named(row.reader_id),
      replaces: row.replaces,
      reason: row.reason,
      recordedBy: named(row.recorded_by),
    })),
    next: page.next,
  }
})
