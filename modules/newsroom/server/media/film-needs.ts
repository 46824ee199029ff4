import { sql } from 'kysely'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import type { TenantId, UnitId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { keptUntil, type Kept } from '../../domain/archive/retention.ts'
import type { FilmNeeds } from '../../domain/media/needs.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'
import { unarchivedShowing } from './media-use.ts'

/** What still needs the bytes of a film: scripts, frozen items, corrections, and the time what aired with it is kept. */
export async function filmNeeds(read: Reader, tenantId: TenantId, { readable }: UnitsOfDay, id: string): Promise<FilmNeeds> {
  const shown = await unarchivedShowing(read, tenantId, id)
  const titles = shown.flatMap((row) => (readable === null || readable.includes(row.unit_id as UnitId) ? [row.title] : []))
  const showsIt = sql<boolean>`f.content -> 'blocks' @> ${JSON.stringify([{ mediaId: id }])}::jsonb`
  const frozen = await read
    .selectFrom('newsroom_rundown_item as i')
    .innerJoin('newsroom_rundown_frozen as f', (join) => join.on('f.tenant_id', '=', tenantId).onRef('f.id', '=', 'i.frozen_id'))
    .where('i.tenant_id', '=', tenantId)
    .where('i.stage', 'in', ['next', 'on_air'])
    .where(showsIt)
    .select('i.title')
    .orderBy('i.title')
    .execute()
  const aired = await read
    .selectFrom('newsroom_airing as a')
    .innerJoin('newsroom_rundown_frozen as f', (join) => join.on('f.tenant_id', '=', tenantId).onRef('f.id', '=', 'a.frozen_id'))
    .where('a.tenant_id', '=', tenantId)
    .where(showsIt)
    .where((one) => one.not(one.exists(one.selectFrom('newsroom_airing as b').where('b.tenant_id', '=', tenantId).whereRef('b.replaces', '=', 'a.id').select('b.id'))))
    .select([sql<string>`f.story_id`.as('story_id'), 'a.started_at'])
    .execute()
  const stories = Map.groupBy(aired, (row) => row.story_id)
  return {
    shown: { count: shown.length, titles },
    frozen: frozen.map((row) => row.title),
    corrected: await isCorrected(read, tenantId, [...stories.keys()]),
    kept: longest([...stories.values()].map((rows) => keptUntil(rows.map((row) => vietnameseDay(row.started_at))))),
  }
}

/** Whether a correction of one of some stories has not been aired yet. */
async function isCorrected(read: Reader, tenantId: TenantId, stories: readonly string[]): Promise<boolean> {
  if (stories.length === 0) return false
  const open = await read
    .selectFrom('newsroom_correction as c')
    .leftJoin('newsroom_story as n', (join) => join.on('n.tenant_id', '=', tenantId).onRef('n.id', '=', 'c.notice_story_id'))
    .where('c.tenant_id', '=', tenantId)
    .where(sql<boolean>`c.story_id = any(${stories}::uuid[])`)
    .where((one) => one.or([one('n.air', 'is', null), one('n.air', 'in', ['none', 'placed'])]))
    .select('c.id')
    .executeTakeFirst()
  return open !== undefined
}

function longest(each: readonly (Kept | null)[]): Kept | null {
  return each.reduce((most, kept) => (kept !== null && (most === null || kept.until > most.until) ? kept : most), null)
}
