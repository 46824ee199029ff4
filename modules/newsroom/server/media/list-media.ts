import { sql } from 'kysely'
import { holds } from '#kernel/actor.ts'
import { pageOf } from '#kernel/page.ts'
import { refuse } from '#kernel/refusal.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { query } from '#platform/http/handler.ts'
import { pageKey } from '#platform/http/page-key.ts'
import type { MediaStore } from '#platform/media-store/media-store.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { mediaIn } from '../../domain/media/in-story.ts'
import { newsroomRights } from '../../domain/policy.ts'
import { presentVersion, readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { viewsOf } from './media-view.ts'

/** Films and sound, the latest first: of one story, with what it shows of the library, or all one may see. */
export function listMedia(store: MediaStore) {
  return query(mediaRoutes.listMedia, async ({ query: asked, actor, read, today }) => {
    const day = await unitsOfDay(read, actor, today)
    if (asked.storyId === undefined && !newsroomRights.some((right) => holds(actor, right)) && day.delegatedLevels.size === 0) refuse('platform.not-found')
    let rows = read.selectFrom('newsroom_media').where('tenant_id', '=', actor.tenantId).selectAll().orderBy('begun_at', 'desc').orderBy('id', 'desc').limit(pageLimit(asked.limit))
    if (day.readable !== null) rows = rows.where(sql<boolean>`unit_id = any(${day.readable}::uuid[])`)
    if (asked.storyId !== undefined) {
      const story = await readStory(read, actor, day, asked.storyId)
      const shown = mediaIn((await presentVersion(read, actor.tenantId, story)).content.blocks)
      rows = rows.where((one) => one.or([one('story_id', '=', story.id), sql<boolean>`id = any(${shown}::uuid[])`]))
    }
    if (asked.after !== undefined) {
      const [at, id] = pageKey(asked.after, ['instant', 'uuid'])
      rows = rows.where((one) => one.or([one('begun_at', '<', new Date(at)), one.and([one('begun_at', '=', new Date(at)), one('id', '<', id)])]))
    }
    const page = pageOf(await rows.execute(), asked.limit, (row) => [row.begun_at.toISOString(), row.id])
    return { items: await viewsOf(read, store, actor, day, page.items), next: page.next }
  })
}
