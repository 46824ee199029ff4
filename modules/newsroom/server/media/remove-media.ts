import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { mustNotBeNeeded } from '../../domain/media/needs.ts'
import { letGo } from '../evidence/told.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { filmNeeds } from './film-needs.ts'
import { lockMedia, mayRemove } from './media-row.ts'
import { removableMedia } from './media-use.ts'

/** Gỡ phim khỏi kho: what names a film still does, by its checksum; its bytes are taken away afterwards by {@link takeAway}, whatever stops in between. */
export const removeMedia = command(mediaRoutes.removeMedia, async ({ params, body, actor, read, tx, now, today, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const row = await lockMedia(tx, actor, day, params.mediaId, mayRemove)
  if (row.state !== 'ready' || row.sha256 === null) return refuse('newsroom.media.not-whole')
  const proposed = (await removableMedia(read, actor.tenantId, day, today, [row.id])).length > 0
  const needs = await filmNeeds(read, actor.tenantId, day, row.id)
  mustNotBeNeeded(needs, { proposed, words: body.reason }, today)
  const kept = needs.kept === null ? null : { until: needs.kept.until, rule: needs.kept.text, confidence: needs.kept.confidence }
  await tx
    .updateTable('newsroom_media')
    .set({ state: 'removing', preview: false, removed_by: actor.personId, removed_at: now, removed_why: body.reason.trim() })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', row.id)
    .execute()
  await tx.deleteFrom('newsroom_media_picture').where('tenant_id', '=', actor.tenantId).where('media_id', '=', row.id).execute()
  record({ action: letGo, subject: { kind: 'media', id: row.id }, about: [row.uploaded_by], data: { sha256: row.sha256.toString('hex'), bytes: row.bytes, proposed, kept } })
  return {}
})
