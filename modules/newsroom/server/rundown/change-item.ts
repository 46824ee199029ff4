import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { command } from '#platform/http/handler.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { inUseOn } from '../../domain/desk/heading.ts'
import { readReaders } from '../desk/reader-rows.ts'
import { presentVersion } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { itemToChange, readItems, type ItemRow } from './item-rows.ts'
import { readPlaced } from './placed-stories.ts'
import { countChange, lockToOrder, personOf } from './rundown-row.ts'

/** Columns of the producer: time allotted, film, fixed start, reader, floated, cuttable and cut. */
export const changeItem = command(rundownRoutes.changeItem, async ({ params, body, actor, read, tx, now, today, record }) => {
  const rundown = await lockToOrder(tx, actor, await unitsOfDay(read, actor, today), params.rundownId)
  const personId = personOf(actor)
  const item = itemToChange(await readItems(read, actor.tenantId, rundown.id), params.itemId, body.revision)
  if (body.title !== undefined && item.storyId !== null) refuse('newsroom.rundown.story-title')
  if (body.readerId !== undefined && body.readerId !== null && body.readerId !== item.readerId) await mustRead(read, actor.tenantId, body.readerId, rundown.date)
  if (body.floated === false && item.floated && rundown.state !== 'planned') await mustBeApproved(read, actor.tenantId, item)
  if (body.cutBlocks !== undefined) await mustBeCuttable(read, actor.tenantId, item, body.cutBlocks)
  const changed = {
    ...(body.title === undefined ? {} : { title: body.title }),
    ...(body.plannedMs === undefined ? {} : { planned_ms: body.plannedMs }),
    ...(body.filmMs === undefined ? {} : { film_ms: body.filmMs }),
    ...(body.fixedStartMs === undefined ? {} : { fixed_start_ms: body.fixedStartMs }),
    ...(body.readerId === undefined ? {} : { reader_id: body.readerId }),
    ...(body.floated === undefined ? {} : { floated: body.floated }),
    ...(body.cuttable === undefined ? {} : { cuttable: body.cuttable }),
    ...(body.cutBlocks === undefined ? {} : { cut_blocks: [...body.cutBlocks] }),
  }
  const revision = item.revision + 1
  await tx
    .updateTable('newsroom_rundown_item')
    .set({ ...changed, revision, changed_by: personId, changed_at: now })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', item.id)
    .execute()
  record({ action: 'newsroom.rundown-item.changed', subject: { kind: 'rundown', id: rundown.id }, data: { itemId: item.id, fields: Object.keys(changed) } })
  return { revision, changes: await countChange(tx, actor, rundown.id, now) }
})

/** Refuses whoever does not read on a day. */
export async function mustRead(read: Reader, tenantId: TenantId, readerId: PersonId, day: CalendarDate): Promise<void> {
  if (!(await readReaders(read, tenantId)).some((reader) => reader.personId === readerId && inUseOn(reader, day))) refuse('newsroom.rundown.no-such-reader')
}

async function mustBeApproved(read: Reader, tenantId: TenantId, { storyId }: ItemRow): Promise<void> {
  const story = storyId === null ? undefined : (await readPlaced(read, tenantId, [storyId])).get(storyId)
  if (story?.approved === false) refuse('newsroom.rundown.not-approved', { titles: [story.title] })
}

/** Only what the editor marked may be left out: everything else was approved as said. */
async function mustBeCuttable(read: Reader, tenantId: TenantId, { storyId }: ItemRow, cutBlocks: readonly string[]): Promise<void> {
  if (cutBlocks.length === 0) return
  const story = storyId === null ? undefined : (await readPlaced(read, tenantId, [storyId])).get(storyId)
  const blocks = story === undefined ? [] : (await presentVersion(read, tenantId, story)).content.blocks
  if (!cutBlocks.every((id) => blocks.some((block) => block.id === id && block.cuttable))) refuse('newsroom.rundown.not-cuttable')
}
