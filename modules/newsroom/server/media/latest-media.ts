import { sql } from 'kysely'
import { holds, type Actor } from '#kernel/actor.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { newsroomRights } from '../../domain/policy.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'
import type { MediaRow } from './media-row.ts'

interface Stretch {
  readonly after?: string | undefined
  readonly limit: number
}

/** Refuses whoever belongs to no newsroom. */
export function mustBelong(actor: Actor, day: UnitsOfDay): void {
  if (!newsroomRights.some((right) => holds(actor, right)) && day.delegatedLevels.size === 0) refuse('platform.not-found')
}

/** Films and sound of the units one reads, the latest first, from where a page before ended; to be narrowed further. */
export function latestMedia(read: Reader, actor: Actor, day: UnitsOfDay, { after, limit }: Stretch) {
  let rows = read.selectFrom('newsroom_media').where('tenant_id', '=', actor.tenantId).selectAll().orderBy('begun_at', 'desc').orderBy('id', 'desc').limit(pageLimit(limit))
  if (day.readable !== null) rows = rows.where(sql<boolean>`unit_id = any(${day.readable}::uuid[])`)
  if (after === undefined) return rows
  const [at, id] = pageKey(after, ['instant', 'uuid'])
  return rows.where((one) => one.or([one('begun_at', '<', new Date(at)), one.and([one('begun_at', '=', new Date(at)), one('id', '<', id)])]))
}

/** Where the next page begins. */
export function pageEnd(row: MediaRow): [string, string] {
  return [row.begun_at.toISOString(), row.id]
}
