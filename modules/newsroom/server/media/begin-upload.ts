import { refuse } from '#kernel/refusal.ts'
import { holdsOver, type Actor } from '#kernel/actor.ts'
import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { refuseClassified } from '#platform/files/refuse-classified.ts'
import { command } from '#platform/http/handler.ts'
import type { MediaStore } from '#platform/media-store/media-store.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { placeToWrite } from '../stories/begin-story.ts'
import { readStory, type StoryId } from '../stories/story-row.ts'
import { unitsOfDay, type UnitsOfDay } from '../stories/units-of-day.ts'
import { leftOf, mediaBytes } from './media-room.ts'

/** Announces a film or sound; its bytes come in parts afterwards. */
export function beginUpload(store: MediaStore) {
  return command(mediaRoutes.beginUpload, async ({ body, actor, read, tx, now, today, newId, record }) => {
    await refuseClassified({ fileName: body.name, secrecy: body.secrecy }, new Uint8Array())
    const place = await placeFor(read, actor, await unitsOfDay(read, actor, today), body.storyId)
    await mustFit(read, store, actor.tenantId, body.bytes)
    const id = newId<'media'>()
    const { colour, owner, until, note } = body.rights
    await tx
      .insertInto('newsroom_media')
      .values({
        tenant_id: actor.tenantId,
        id,
        unit_id: place.unitId,
        story_id: body.storyId,
        name: body.name,
        bytes: body.bytes,
        fingerprint: body.fingerprint,
        rights: colour,
        rights_owner: owner,
        rights_until: until,
        rights_note: note,
        uploaded_by: place.personId,
        begun_at: now,
      })
      .execute()
    record({ action: 'newsroom.media.begun', subject: { kind: 'media', id }, data: { storyId: body.storyId, bytes: body.bytes, rights: colour } })
    return { id }
  })
}

/** The newsroom a film belongs to: its story's, or for the library that of the one who brings it. */
async function placeFor(read: Reader, actor: Actor, day: UnitsOfDay, storyId: StoryId | null): Promise<{ readonly unitId: UnitId; readonly personId: PersonId }> {
  if (storyId === null) {
    const { unitId, authorId } = placeToWrite(actor, day)
    return { unitId, personId: authorId }
  }
  const { unitId } = await readStory(read, actor, day, storyId)
  if (actor.personId === null || !holdsOver(actor, 'newsroom:write', day.lineageOf(unitId))) return refuse('platform.not-found')
  return { unitId, personId: actor.personId }
}

/** Whether what was announced and kept leaves room: within the quota, and on the disk for all that is still to come. */
async function mustFit(read: Reader, store: MediaStore, tenantId: TenantId, bytes: number): Promise<void> {
  const kept = await mediaBytes(read, tenantId)
  const left = leftOf(store, kept)
  if (store.quota !== null && left !== null && bytes > left) refuse('newsroom.media.quota', { quota: store.quota, left })
  if (!(await store.hasRoom(kept.coming + bytes))) refuse('newsroom.media.no-room')
}
