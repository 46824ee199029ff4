import type { Id, PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import type { ItemKind, ItemStage } from '../../domain/rundown/state.ts'
import type { StoryId } from '../stories/story-row.ts'
import type { RundownId } from './rundown-row.ts'

export type ItemId = Id<'rundown-item'>

/** An item (mục) as stored. */
export interface ItemRow {
  readonly id: ItemId
  readonly orderKey: string
  readonly kind: ItemKind
  readonly storyId: StoryId | null
  readonly title: string
  readonly plannedMs: number | null
  readonly filmMs: number | null
  readonly fixedStartMs: number | null
  readonly readerId: PersonId | null
  readonly floated: boolean
  readonly cuttable: boolean
  readonly cutBlocks: readonly string[]
  readonly stage: ItemStage
  readonly frozenId: string | null
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly revision: number
  /** Null while it is as the server made it. */
  readonly changedBy: PersonId | null
}

/** The items of a rundown in their order. */
export async function readItems(read: Reader, tenantId: TenantId, rundownId: RundownId): Promise<ItemRow[]> {
  const rows = await read
    .selectFrom('newsroom_rundown_item')
    .where('tenant_id', '=', tenantId)
    .where('rundown_id', '=', rundownId)
    .select(['id', 'order_key', 'kind', 'story_id', 'title', 'planned_ms', 'film_ms', 'fixed_start_ms', 'reader_id', 'floated', 'cuttable', 'cut_blocks', 'stage', 'frozen_id', 'started_at', 'ended_at', 'revision', 'changed_by'])
    .orderBy('order_key')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as ItemId,
    orderKey: row.order_key,
    kind: row.kind as ItemKind,
    storyId: row.story_id as StoryId | null,
    title: row.title,
    plannedMs: row.planned_ms,
    filmMs: row.film_ms,
    fixedStartMs: row.fixed_start_ms,
    readerId: row.reader_id as PersonId | null,
    floated: row.floated,
    cuttable: row.cuttable,
    cutBlocks: row.cut_blocks,
    stage: row.stage as ItemStage,
    frozenId: row.frozen_id,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    revision: row.revision,
    changedBy: row.changed_by as PersonId | null,
  }))
}

/** One of the items, as somebody saw it at this revision and while nobody has frozen it. */
export function itemToChange(items: readonly ItemRow[], id: ItemId, revision: number): ItemRow {
  const item = items.find((each) => each.id === id) ?? refuse('newsroom.rundown.no-such-item')
  if (item.stage !== 'waiting') refuse('newsroom.rundown.item-frozen', { stage: item.stage })
  if (item.revision !== revision) refuse('newsroom.rundown.item-changed', { revision: item.revision })
  return item
}

/** The keys an item stands between when it comes after another, or first; nothing comes before what has aired. */
export function placeAfter(items: readonly ItemRow[], after: ItemId | null): readonly [string | null, string | null] {
  const at = after === null ? -1 : items.findIndex((item) => item.id === after)
  if (after !== null && at < 0) refuse('newsroom.rundown.no-such-item')
  if (items.findLastIndex((item) => item.stage === 'on_air' || item.stage === 'aired') > at) refuse('newsroom.rundown.before-aired')
  return [items[at]?.orderKey ?? null, items[at + 1]?.orderKey ?? null]
}
