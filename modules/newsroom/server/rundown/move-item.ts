import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { keyBetween } from '../../domain/rundown/order-key.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { itemToChange, placeAfter, readItems } from './item-rows.ts'
import { countChange, lockToOrder, personOf } from './rundown-row.ts'

/** Moves an item behind another one. Only its own key is written, so items that others move at the same moment go where they were sent. */
export const moveItem = command(rundownRoutes.moveItem, async ({ params, body: { revision: seen, after }, actor, read, tx, now, today, record }) => {
  const rundown = await lockToOrder(tx, actor, await unitsOfDay(read, actor, today), params.rundownId)
  const personId = personOf(actor)
  const items = await readItems(read, actor.tenantId, rundown.id)
  const item = itemToChange(items, params.itemId, seen)
  if (after === item.id) refuse('newsroom.rundown.no-such-item')
  const [before, next] = placeAfter(items.filter((each) => each.id !== item.id), after)
  const revision = item.revision + 1
  await tx
    .updateTable('newsroom_rundown_item')
    .set({ order_key: keyBetween(before, next), revision, changed_by: personId, changed_at: now })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', item.id)
    .execute()
  record({ action: 'newsroom.rundown-item.moved', subject: { kind: 'rundown', id: rundown.id }, data: { itemId: item.id, after } })
  return { revision, changes: await countChange(tx, actor, rundown.id, now) }
})
