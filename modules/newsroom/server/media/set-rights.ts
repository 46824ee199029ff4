import { command } from '#platform/http/handler.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { lockMedia } from './media-row.ts'

/** Says who owns a film and whether and until when it may be aired. */
export const setMediaRights = command(mediaRoutes.setMediaRights, async ({ params, body, actor, read, tx, today, record }) => {
  const row = await lockMedia(tx, actor, await unitsOfDay(read, actor, today), params.mediaId)
  await tx
    .updateTable('newsroom_media')
    .set({ rights: body.colour, rights_owner: body.owner, rights_until: body.until, rights_note: body.note })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', row.id)
    .execute()
  record({ action: 'newsroom.media.rights-set', subject: { kind: 'media', id: row.id }, data: { from: row.rights, to: body.colour, until: body.until } })
  return {}
})
