import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import type { MediaStore } from '#platform/media-store/media-store.ts'
import type { mediaView } from '../../contract/media-routes.ts'
import type { MediaFacts } from '../../domain/media/facts.ts'
import type { RightsColour } from '../../domain/media/rights.ts'
import { isGone, type MediaFault, type MediaState } from '../../domain/media/state.ts'
import type { StoryId } from '../stories/story-row.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'
import { mayChange, mayRemove, maySend, type MediaId, type MediaRow } from './media-row.ts'

type View = z.input<typeof mediaView>

/** Films and sound as the one who asks sees them. */
export async function viewsOf(read: Reader, store: MediaStore, actor: Actor, day: UnitsOfDay, rows: readonly MediaRow[]): Promise<View[]> {
  if (rows.length === 0) return []
  const names = await personNames(read, actor.tenantId, rows.flatMap((row) => [row.uploaded_by as PersonId, ...(row.removed_by === null ? [] : [row.removed_by as PersonId])]))
  const nameOf = (id: string): string => names.get(id as PersonId)?.fullName ?? ''
  const pictures = await read
    .selectFrom('newsroom_media_picture')
    .where('tenant_id', '=', actor.tenantId)
    .where('media_id', 'in', rows.map((row) => row.id))
    .select('media_id')
    .execute()
  const pictured = new Set(pictures.map((picture) => picture.media_id))
  return Promise.all(rows.map((row) => viewOf(store, actor, day, row, nameOf, pictured.has(row.id))))
}

async function viewOf(store: MediaStore, actor: Actor, day: UnitsOfDay, row: MediaRow, nameOf: (id: string) => string, picture: boolean): Promise<View> {
  const bytes = row.bytes
  const changes = mayChange(actor, day, row) && !isGone(row.state)
  return {
    id: row.id as MediaId,
    storyId: row.story_id as StoryId | null,
    name: row.name,
    bytes,
    received: row.state === 'uploading' ? ((await store.uploads.received(row.id)) ?? 0) : bytes,
    fingerprint: row.fingerprint,
    state: row.state as MediaState,
    fault: row.fault as MediaFault | null,
    sha256: (row.state === 'ready' || isGone(row.state)) && row.sha256 !== null ? row.sha256.toString('hex') : null,
    // Of films looked at before this was read, nothing says they are cut off.
    facts: row.facts === null ? null : { cutOff: false, ...(row.facts as unknown as Omit<MediaFacts, 'cutOff'> & Partial<MediaFacts>) },
    preview: row.preview,
    picture,
    rights: { colour: row.rights as RightsColour, owner: row.rights_owner, until: row.rights_until as CalendarDate | null, note: row.rights_note },
    uploadedBy: { id: row.uploaded_by, name: nameOf(row.uploaded_by) },
    begunAt: row.begun_at.toISOString(),
    removed: row.removed_by === null || row.removed_at === null ? null : { by: { id: row.removed_by, name: nameOf(row.removed_by) }, at: row.removed_at.toISOString(), why: row.removed_why ?? '' },
    can: { send: maySend(actor, day, row), setRights: changes, drop: changes && (row.state === 'uploading' || row.state === 'refused'), remove: row.state === 'ready' && mayRemove(actor, day, row) },
  }
}
