import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import type { ItemKind } from '../../domain/rundown/state.ts'
import { readItems, type ItemRow } from './item-rows.ts'
import type { RundownId } from './rundown-row.ts'

/** An item that comes in every rundown of a slot: station ident, advertising, relay. */
export type FrameItem = Pick<ItemRow, 'title' | 'plannedMs' | 'filmMs' | 'fixedStartMs' | 'cuttable' | 'floated'> & { readonly kind: Exclude<ItemKind, 'story'> }

/** What stands before and after the stories. */
export interface Frame {
  readonly before: readonly FrameItem[]
  readonly after: readonly FrameItem[]
}

/** The frame of a slot (mẫu của chương trình): what stood around the stories in its last rundown before a day, so that a change of it is made once. */
export async function lastFrame(read: Reader, tenantId: TenantId, slotId: string, day: CalendarDate): Promise<Frame> {
  const last = await read
    .selectFrom('newsroom_rundown')
    .where('tenant_id', '=', tenantId)
    .where('slot_id', '=', slotId)
    .where('on_date', '<', day)
    .select('id')
    .orderBy('on_date', 'desc')
    .limit(1)
    .executeTakeFirst()
  const items = last === undefined ? [] : await readItems(read, tenantId, last.id as RundownId)
  const firstStory = items.findIndex((item) => item.kind === 'story')
  const isFrame = (item: ItemRow): item is ItemRow & FrameItem => item.kind !== 'story'
  const before = firstStory < 0 ? items : items.slice(0, firstStory)
  return { before: before.filter(isFrame), after: firstStory < 0 ? [] : items.slice(firstStory).filter(isFrame) }
}
