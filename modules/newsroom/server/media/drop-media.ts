import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import type { MediaStore } from '#platform/media-store/media-store.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { lockMedia } from './media-row.ts'

/** Gives up an upload, or takes a refused file off the list. What is ready stays: a story may have been approved with it. */
export function dropMedia(store: MediaStore) {
  return command(mediaRoutes.dropMedia, async ({ params, actor, read, tx, today, record }) => {
    const row = await lockMedia(tx, actor, await unitsOfDay(read, actor, today), params.mediaId)
    if (row.state !== 'uploading' && row.state !== 'refused') refuse('newsroom.media.kept')
    await tx.deleteFrom('newsroom_media').where('tenant_id', '=', actor.tenantId).where('id', '=', row.id).execute()
    record({ action: 'newsroom.media.removed', subject: { kind: 'media', id: row.id }, about: [row.uploaded_by], data: { state: row.state } })
    await store.uploads.drop(row.id)
    return {}
  })
}
