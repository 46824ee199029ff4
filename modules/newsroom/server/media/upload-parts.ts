import type { TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { inTenant } from '#platform/db/database.ts'
import { flow, type Flow, type QueryContext } from '#platform/http/handler.ts'
import type { Services } from '#platform/http/serve.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import type { KeptMedia } from './check-media.ts'
import { mediaArrived } from './keep-media.ts'
import { maySend, readMedia, type MediaId } from './media-row.ts'

type Asked = Pick<QueryContext<typeof mediaRoutes.uploadPart>, 'params' | 'actor' | 'read' | 'today'>

/** How far an upload has come: by HEAD as the tus protocol asks it, by GET as a figure. */
export function uploadOffset(services: Services) {
  return flow(mediaRoutes.uploadOffset, async (context) => {
    const answer = await sending(services, context)
    return async (request, response) => {
      if (request.method === 'HEAD') return answer(request, response)
      const received = await services.media.uploads.received(context.params.mediaId)
      response.setHeader('cache-control', 'no-store').setHeader('content-type', 'application/json').end(JSON.stringify({ received }))
    }
  })
}

/** The next part of an upload, by the tus protocol. */
export function uploadPart(services: Services) {
  return flow(mediaRoutes.uploadPart, async (context) => {
    if (await services.room.isFull()) refuse('platform.no-space')
    return sending(services, context)
  })
}

async function sending(services: Services, { params, actor, read, today }: Asked): Promise<Flow> {
  const { media } = services
  const day = await unitsOfDay(read, actor, today)
  const row = await readMedia(read, actor, day, params.mediaId)
  if (!maySend(actor, day, row)) refuse(row.state === 'uploading' ? 'platform.not-found' : 'newsroom.media.not-uploading')
  // Made at its first part: an upload that was only announced leaves nothing on the disk.
  if ((await media.uploads.received(row.id)) === undefined) await media.uploads.begin(row.id)
  return (request, response) => media.uploads.answer(row.id, { bytes: row.bytes, finished: () => arrived(services, actor.tenantId, row.id as MediaId) }, request, response)
}

async function arrived({ db }: Pick<KeptMedia, 'db'>, tenantId: TenantId, id: MediaId): Promise<void> {
  await inTenant(db, tenantId, 'write', (tx) => tx.updateTable('newsroom_media').set({ state: 'checking' }).where('tenant_id', '=', tenantId).where('id', '=', id).where('state', '=', 'uploading').execute())
  mediaArrived()
}
