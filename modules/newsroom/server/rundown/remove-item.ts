import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { mayRemoveItem } from '../../domain/rundown/rights.ts'
import { readStory } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { itemToChange, readItems } from './item-rows.ts'
import { countChange, lockRundown, personOf } from './rundown-row.ts'
import { unplace } from './unplace.ts'

/** Takes an item out of a rundown. What is next or on air stays: it is the gallery's. */
export const removeItem = command(rundownRoutes.removeItem, async ({ params, query, actor, read, tx, now, today, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const rundown = await lockRundown(tx, actor, day, params.rundownId)
  if (!rundown.rights.producer && !rundown.rights.editor) refuse('platform.not-found')
  personOf(actor)
  if (rundown.state === 'ended') refuse('newsroom.rundown.ended')
  const item = itemToChange(await readItems(read, actor.tenantId, rundown.id), params.itemId, query.revision)
  const ownStory = !rundown.rights.producer && item.storyId !== null && (await readStory(read, actor, day, item.storyId)).rights.has('department')
  if (!mayRemoveItem(rundown.rights, rundown.state, item.stage, ownStory)) refuse('platform.not-found')
  await tx.deleteFrom('newsroom_rundown_item').where('tenant_id', '=', actor.tenantId).where('id', '=', item.id).execute()
  await unplace(tx, read, actor.tenantId, item.storyId === null ? [] : [item.storyId])
  record({ action: 'newsroom.rundown-item.removed', subject: { kind: 'rundown', id: rundown.id }, data: { itemId: item.id, ...(item.storyId === null ? {} : { storyId: item.storyId }) } })
  return { changes: await countChange(tx, actor, rundown.id, now) }
})
