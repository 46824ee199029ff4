import { sql } from 'kysely'
import { pageOf } from '#kernel/page.ts'
import { query } from '#platform/http/handler.ts'
import type { MediaStore } from '#platform/media-store/media-store.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { mediaIn } from '../../domain/media/in-story.ts'
import { presentVersion, readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { latestMedia, mustBelong, pageEnd } from './latest-media.ts'
import { viewsOf } from './media-view.ts'

/** Films and sound, the latest first: of one story, with what it shows of the library, or all one may see. */
export function listMedia(store: MediaStore) {
  return query(mediaRoutes.listMedia, async ({ query: asked, actor, read, today }) => {
    const day = await unitsOfDay(read, actor, today)
    if (asked.storyId === undefined) mustBelong(actor, day)
    let rows = latestMedia(read, actor, day, asked)
    if (asked.storyId !== undefined) {
      const story = await readStory(read, actor, day, asked.storyId)
      const shown = mediaIn((await presentVersion(read, actor.tenantId, story)).content.blocks)
      rows = rows.where((one) => one.or([one('story_id', '=', story.id), sql<boolean>`id = any(${shown}::uuid[])`]))
    }
    const page = pageOf(await rows.execute(), asked.limit, pageEnd)
    return { items: await viewsOf(read, store, actor, day, page.items), next: page.next }
  })
}
