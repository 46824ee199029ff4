import { refuse } from '#kernel/refusal.ts'
import { command, query } from '#platform/http/handler.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { lockMedia, readMedia } from './media-row.ts'

/** Keeps the small picture of a film. */
export const keepPicture = command(mediaRoutes.keepPicture, async ({ params, body, actor, read, tx, today, record }) => {
  const row = await lockMedia(tx, actor, await unitsOfDay(read, actor, today), params.mediaId)
  const isJpeg = body[0] === 0xff && body[1] === 0xd8 && body[2] === 0xff
  if (!isJpeg) refuse('newsroom.media.not-a-picture')
  const bytes = Buffer.from(body)
  await tx
    .insertInto('newsroom_media_picture')
    .values({ tenant_id: actor.tenantId, media_id: row.id, bytes })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'media_id']).doUpdateSet({ bytes }))
    .execute()
  record({ action: 'newsroom.media.pictured', subject: { kind: 'media', id: row.id } })
  return {}
})

/** The small picture of a film. */
export const getPicture = query(mediaRoutes.getPicture, async ({ params, actor, read, today }) => {
  const row = await readMedia(read, actor, await unitsOfDay(read, actor, today), params.mediaId)
  const found = await read.selectFrom('newsroom_media_picture').where('tenant_id', '=', actor.tenantId).where('media_id', '=', row.id).select('bytes').executeTakeFirst()
  if (found === undefined) return refuse('platform.not-found')
  return { contentType: 'image/jpeg', fileName: `${row.id}.jpg`, bytes: found.bytes }
})
