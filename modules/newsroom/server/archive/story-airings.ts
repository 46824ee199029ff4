import { vietnameseDay } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { keptUntil, type Kept } from '../../domain/archive/retention.ts'
import type { AiringId } from '../rundown/airing.ts'
import type { StoryId } from '../stories/story-row.ts'

/** An airing of a story that counts: no later line corrects it. */
export interface StoryAiring {
  readonly id: AiringId
  readonly rundownId: string
  readonly frozenId: string
  readonly programmeId: string | null
  readonly programme: string
  readonly column: string | null
  readonly title: string
  readonly version: number
  readonly hash: Buffer
  readonly startedAt: Date
  readonly endedAt: Date
  readonly readerId: PersonId | null
}

/** When a story aired, the earliest first. */
export async function airingsOf(read: Reader, tenantId: TenantId, storyId: StoryId): Promise<StoryAiring[]> {
  const rows = await read
    .selectFrom('newsroom_airing as a')
    .where('a.tenant_id', '=', tenantId)
    .where('a.story_id', '=', storyId)
    .where((one) => one.not(one.exists(one.selectFrom('newsroom_airing as b').where('b.tenant_id', '=', tenantId).whereRef('b.replaces', '=', 'a.id').select('b.id'))))
    .select(['a.id', 'a.rundown_id', 'a.frozen_id', 'a.programme_id', 'a.programme', 'a.column', 'a.title', 'a.version', 'a.hash', 'a.started_at', 'a.ended_at', 'a.reader_id'])
    .orderBy('a.started_at')
    .orderBy('a.id')
    .execute()
  return rows.flatMap((row) =>
    row.version === null || row.hash === null
      ? []
      : [{ id: row.id as AiringId, rundownId: row.rundown_id, frozenId: row.frozen_id, programmeId: row.programme_id, programme: row.programme, column: row.column, title: row.title, version: row.version, hash: row.hash, startedAt: row.started_at, endedAt: row.ended_at, readerId: row.reader_id as PersonId | null }],
  )
}

/** Until when a story with these airings is kept; one on air now counts from that moment. */
export function keptOf(airings: readonly StoryAiring[], airedAt: Date | null): Kept | null {
  const moments = airings.length === 0 && airedAt !== null ? [airedAt] : airings.map(({ startedAt }) => startedAt)
  return keptUntil(moments.map(vietnameseDay))
}
