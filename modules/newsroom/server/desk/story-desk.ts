import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { holdsOver, type Actor } from '#kernel/actor.ts'
import type { Reader } from '#platform/db/database.ts'
import { hasAired } from '../../domain/approval/state.ts'
import { slugOf } from '../../domain/desk/slug.ts'
import type { StoryRow } from '../stories/story-row.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'
import type { HeadingId, SlotId } from './heading-rows.ts'

/** What a story carries beside its words: mã tin, chương trình, khung giờ, người đọc. */
export interface StoryDesk {
  readonly slug: string
  readonly programmeId: HeadingId | null
  readonly slotDate: CalendarDate | null
  readonly slotId: SlotId | null
  readonly readerId: PersonId | null
}

/** Reads it; the slug is the one proposed for the title where nobody gave another. */
export async function readStoryDesk(read: Reader, tenantId: TenantId, { id }: Pick<StoryRow, 'id'>): Promise<StoryDesk> {
  const row = await read.selectFrom('newsroom_story').where('tenant_id', '=', tenantId).where('id', '=', id).select(['title', 'slug', 'programme_id', 'slot_date', 'slot_id', 'reader_id']).executeTakeFirstOrThrow()
  return {
    slug: slugOf(row),
    programmeId: row.programme_id as HeadingId | null,
    slotDate: row.slot_date as CalendarDate | null,
    slotId: row.slot_id as SlotId | null,
    readerId: row.reader_id as PersonId | null,
  }
}

/** Who gives a story its slug, programme, slot and reader: its author, the department and the desk; once it has aired the desk alone. */
export function mayPlace(actor: Actor, day: UnitsOfDay, { rights, unitId, air }: StoryRow): boolean {
  const lineage = day.lineageOf(unitId)
  if (holdsOver(actor, 'newsroom:desk', lineage) || holdsOver(actor, 'newsroom:rundown', lineage)) return true
  return !hasAired(air) && (rights.has('author') || rights.has('department'))
}
