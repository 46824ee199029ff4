import { sql, type RawBuilder } from 'kysely'
import { addDays, midnight } from '#kernel/calendar-date.ts'
import { pageOf } from '#kernel/page.ts'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import { escapeLike } from '#platform/db/like.ts'
import { query } from '#platform/http/handler.ts'
import type { MediaStore } from '#platform/media-store/media-store.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { soonDays } from '../../domain/media/rights.ts'
import { goneStates } from '../../domain/media/state.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { latestMedia, mustBelong, pageEnd } from './latest-media.ts'
import { viewsOf } from './media-view.ts'
import { removableMedia, shownMedia, storiesOf } from './media-use.ts'

/** Kho phim: all films and sound one may see, the latest first. */
export function searchMedia(store: MediaStore) {
  return query(mediaRoutes.searchMedia, async ({ query: asked, actor, read, today }) => {
    const day = await unitsOfDay(read, actor, today)
    mustBelong(actor, day)
    let rows = latestMedia(read, actor, day, asked)
    if (asked.name !== undefined) rows = rows.where(has('name', asked.name))
    if (asked.owner !== undefined) rows = rows.where(has('rights_owner', asked.owner))
    if (asked.colour !== undefined) rows = rows.where('rights', '=', asked.colour)
    rows = rows.where('state', asked.use === 'removed' ? 'in' : 'not in', goneStates)
    if (asked.state !== undefined) rows = rows.where('state', '=', asked.state)
    if (asked.ends === 'over') rows = rows.where('rights_until', '<', today)
    if (asked.ends === 'soon') rows = rows.where('rights_until', '>=', today).where('rights_until', '<=', addDays(today, soonDays))
    if (asked.from !== undefined) rows = rows.where('begun_at', '>=', midnight(asked.from))
    if (asked.to !== undefined) rows = rows.where('begun_at', '<', midnight(addDays(asked.to, 1)))
    if (asked.story !== undefined) {
      let stories = read.selectFrom('newsroom_story as s').where('s.tenant_id', '=', actor.tenantId).where(has('s.title', asked.story)).select('s.id')
      if (day.readable !== null) stories = stories.where(sql<boolean>`s.unit_id = any(${day.readable}::uuid[])`)
      const titled = (await stories.execute()).map(({ id }) => id)
      rows = rows.where((one) => one.or([sql<boolean>`story_id = any(${titled}::uuid[])`, one('id', 'in', shownMedia(read, actor.tenantId, titled))]))
    }
    if (asked.use === 'unused') rows = rows.where((one) => one.not(one('id', 'in', shownMedia(read, actor.tenantId))))
    if (asked.use === 'removable') {
      const removable = (await removableMedia(read, actor.tenantId, day, today)).map(({ id }) => id)
      rows = rows.where(sql<boolean>`id = any(${removable}::uuid[])`)
    }
    const page = pageOf(await rows.execute(), asked.limit, pageEnd)
    const stories = await storiesOf(read, actor.tenantId, day, page.items)
    const views = (await viewsOf(read, store, actor, day, page.items)).map((view) => ({ ...view, stories: stories.get(view.id) ?? [] }))
    // Versions are read for this: only of what could be proposed, and for who may do something about it.
    const free = views.flatMap((view) => (view.can.remove && view.storyId === null && view.stories.length === 0 ? [view.id] : []))
    const proposed = new Set(free.length === 0 ? [] : (await removableMedia(read, actor.tenantId, day, today, free)).map(({ id }) => id))
    return { items: views.map((view) => ({ ...view, proposed: proposed.has(view.id) })), next: page.next }
  })
}

/** What stands above and below letters in Vietnamese and its neighbours' names; `translate` drops it, and is twice as fast as an expression. */
const marks = '\u0300\u0301\u0302\u0303\u0306\u0308\u0309\u030a\u030c\u031b\u0323\u0327'

/** Whether a column has some words, marks and capitals aside, as {@link foldVietnamese} takes them off. */
function has(column: string, words: string): RawBuilder<boolean> {
  const folded = sql`translate(normalize(lower(${sql.ref(column)}), NFD), ${sql.lit(`đ${marks}`)}, 'd')`
  return sql<boolean>`${folded} like ${`%${escapeLike(foldVietnamese(words))}%`}`
}
