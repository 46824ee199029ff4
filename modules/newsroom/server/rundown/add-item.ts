import type { Actor } from '#kernel/actor.ts'
import type { PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { command } from '#platform/http/handler.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { keyBetween } from '../../domain/rundown/order-key.ts'
import { mayAdd } from '../../domain/rundown/rights.ts'
import { mustSayWholeNotice } from '../correction/notice-story.ts'
import { markPlaced } from '../stories/air-state.ts'
import { readStory, type StoryId } from '../stories/story-row.ts'
import { unitsOfDay, type UnitsOfDay } from '../stories/units-of-day.ts'
import { placeAfter, readItems, type ItemRow } from './item-rows.ts'
import { readPlaced } from './placed-stories.ts'
import { countChange, lockRundown, personOf, type RundownRow } from './rundown-row.ts'

/** Puts a story or a plain item into a rundown. An editor puts in stories of their department while it is being planned. */
export const addItem = command(rundownRoutes.addItem, async ({ params, body, actor, read, tx, now, today, newId, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const rundown = await lockRundown(tx, actor, day, params.rundownId)
  if (!rundown.rights.producer && !rundown.rights.editor) refuse('platform.not-found')
  const personId = personOf(actor)
  if (rundown.state === 'ended') refuse('newsroom.rundown.ended')
  if (!mayAdd(rundown.rights, rundown.state) || (body.item.kind !== 'story' && !rundown.rights.producer)) refuse('platform.not-found')
  const items = await readItems(read, actor.tenantId, rundown.id)
  const [before, next] = placeAfter(items, body.after)
  const what = body.item.kind === 'story' ? await storyToPlace(tx, { read, actor, day, rundown, items }, body.item.storyId) : { kind: body.item.kind, title: body.item.title, story_id: null, reader_id: null }
  const id = newId<'rundown-item'>()
  await tx
    .insertInto('newsroom_rundown_item')
    .values({ tenant_id: actor.tenantId, id, rundown_id: rundown.id, order_key: keyBetween(before, next), ...what, planned_ms: body.plannedMs, added_by: personId, changed_by: personId, changed_at: now })
    .execute()
  record({ action: 'newsroom.rundown-item.added', subject: { kind: 'rundown', id: rundown.id }, data: { itemId: id, ...(what.story_id === null ? {} : { storyId: what.story_id }) } })
  return { id, changes: await countChange(tx, actor, rundown.id, now) }
})

interface Place {
  readonly read: Reader
  readonly actor: Actor
  readonly day: UnitsOfDay
  readonly rundown: RundownRow
  readonly items: readonly ItemRow[]
}

async function storyToPlace(tx: Tx<'newsroom'>, { read, actor, day, rundown, items }: Place, storyId: StoryId): Promise<{ kind: 'story'; title: string; story_id: StoryId; reader_id: PersonId | null }> {
  const seen = await readStory(read, actor, day, storyId)
  if (!rundown.rights.producer && !seen.rights.has('department')) refuse('platform.not-found')
  if (items.some((item) => item.storyId === storyId)) refuse('newsroom.rundown.already-there')
  const story = (await readPlaced(read, actor.tenantId, [storyId])).get(storyId) ?? refuse('platform.not-found')
  if (rundown.state !== 'planned' && !story.approved) refuse('newsroom.rundown.not-approved', { titles: [story.title] })
  if (rundown.state !== 'planned') await mustSayWholeNotice(read, actor.tenantId, [{ storyId, cutBlocks: [] }])
  await markPlaced(tx, actor.tenantId, [storyId])
  return { kind: 'story', title: story.title, story_id: storyId, reader_id: story.readerId }
}
