import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { query } from '#platform/http/handler.ts'
import type { MediaStore } from '#platform/media-store/media-store.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import { goneStates } from '../../domain/media/state.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { mustBelong } from './latest-media.ts'
import { removableMedia } from './media-use.ts'

/** Bytes of films and sound: kept or announced in all, and those of them still to come. */
export interface MediaBytes {
  readonly all: number
  readonly coming: number
}

/** How many bytes a committee has kept and announced; what was refused, or is taken from the store, counts for none. */
export async function mediaBytes(read: Reader, tenantId: TenantId): Promise<MediaBytes> {
  const rows = await read.selectFrom('newsroom_media').where('tenant_id', '=', tenantId).where('state', 'not in', ['refused', ...goneStates]).select(({ fn }) => ['state', fn.sum<string>('bytes').as('bytes')]).groupBy('state').execute()
  const sum = (of: typeof rows): number => of.reduce((total, row) => total + Number(row.bytes), 0)
  return { all: sum(rows), coming: sum(rows.filter((row) => row.state === 'uploading')) }
}

/** What is left of a quota; null where there is none. */
export function leftOf({ quota }: Pick<MediaStore, 'quota'>, { all }: MediaBytes): number | null {
  return quota === null ? null : Math.max(0, quota - all)
}

/** How much films take up (hạn mức), and what no story needs any more. */
export function getMediaRoom(store: MediaStore) {
  return query(mediaRoutes.getMediaRoom, async ({ actor, read, today }) => {
    const day = await unitsOfDay(read, actor, today)
    mustBelong(actor, day)
    const bytes = await mediaBytes(read, actor.tenantId)
    const removable = await removableMedia(read, actor.tenantId, day, today)
    return { quota: store.quota, used: bytes.all, left: leftOf(store, bytes), removable: { count: removable.length, bytes: removable.reduce((sum, row) => sum + row.bytes, 0) } }
  })
}
