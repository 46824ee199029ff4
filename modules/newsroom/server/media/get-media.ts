import { query } from '#platform/http/handler.ts'
import type { MediaStore } from '#platform/media-store/media-store.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { readMedia } from './media-row.ts'
import { viewsOf } from './media-view.ts'

/** One film or sound. */
export function getMedia(store: MediaStore) {
  return query(mediaRoutes.getMedia, async ({ params, actor, read, today }) => {
    const day = await unitsOfDay(read, actor, today)
    const [view] = await viewsOf(read, store, actor, day, [await readMedia(read, actor, day, params.mediaId)])
    if (view === undefined) throw new Error(`media ${params.mediaId} has no view`)
    return view
  })
}
