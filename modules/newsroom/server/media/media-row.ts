import type { Selectable } from 'kysely'
import type { Database } from '#database/types.ts'
import { holdsOver, type Actor } from '#kernel/actor.ts'
import type { Id, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { isGone } from '../../domain/media/state.ts'
import { keepsDesk } from '../desk/desk-units.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'

export type MediaId = Id<'media'>

/** A film or sound as stored. */
export type MediaRow = Selectable<Database['newsroom_media']>

/** A film or sound whose story's newsroom the actor belongs to; for everybody else there is none. */
export async function readMedia(read: Reader, actor: Actor, day: UnitsOfDay, id: MediaId): Promise<MediaRow> {
  const row = await read.selectFrom('newsroom_media').where('tenant_id', '=', actor.tenantId).where('id', '=', id).selectAll().executeTakeFirst()
  return seen(day, row)
}

/** {@link readMedia} of what the actor may change, unless it is gone: they write for its unit, or what else is asked of them. Locked. */
export async function lockMedia(tx: Tx<'newsroom'>, actor: Actor, day: UnitsOfDay, id: MediaId, may = mayChange): Promise<MediaRow> {
  const row = seen(day, await tx.selectFrom('newsroom_media').where('tenant_id', '=', actor.tenantId).where('id', '=', id).selectAll().forUpdate().executeTakeFirst())
  if (!may(actor, day, row)) refuse('platform.not-found')
  return isGone(row.state) ? refuse('newsroom.media.gone') : row
}

/** Whoever writes for the unit looks after its films. */
export function mayChange(actor: Actor, day: UnitsOfDay, { unit_id: unitId }: Pick<MediaRow, 'unit_id'>): boolean {
  return holdsOver(actor, 'newsroom:write', day.lineageOf(unitId as UnitId))
}

/** The desk of the unit takes films from the store. */
export function mayRemove(actor: Actor, day: UnitsOfDay, { unit_id: unitId }: Pick<MediaRow, 'unit_id'>): boolean {
  return actor.personId !== null && keepsDesk(actor, day, unitId as UnitId)
}

/** Nobody goes on with what somebody else began. */
export function maySend(actor: Actor, day: UnitsOfDay, row: MediaRow): boolean {
  return row.state === 'uploading' && row.uploaded_by === actor.personId && mayChange(actor, day, row)
}

function seen(day: UnitsOfDay, row: MediaRow | undefined): MediaRow {
  if (row === undefined || (day.readable !== null && !day.readable.includes(row.unit_id as UnitId))) return refuse('platform.not-found')
  return row
}
