import { refuse } from '#kernel/refusal.ts'
import { readerOf } from '#platform/db/database.ts'
import { bare } from '#platform/http/handler.ts'
import { prompterRoutes } from '../../contract/prompter-routes.ts'
import { mayControlPrompter } from '../../domain/prompter/rights.ts'
import { usualSpeed } from '../../domain/prompter/state.ts'
import { readRundown } from '../rundown/rundown-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { prompterColumns, stateOf } from './prompter-state.ts'

/** Starts, stops, sets the speed of or moves the prompters of a rundown. Kept out of the ledger, as it says nothing that lasts. */
export const orderPrompter = bare(prompterRoutes.orderPrompter, async ({ params, body, actor, now, today, inTenant }) => {
  if (actor === null) return refuse('platform.not-signed-in')
  const { tenantId } = actor
  return inTenant(tenantId, async (tx) => {
    const read = readerOf(tx)
    const { id, rights } = await readRundown(read, actor, await unitsOfDay(read, actor, today), params.rundownId)
    if (!mayControlPrompter(rights)) return refuse('platform.not-found')
    const { screen, running, speed, to } = body
    const ordered = { ordered_by: screen, heard_at: now, ...(running === undefined ? {} : { running }), ...(speed === undefined ? {} : { speed }), ...(to === undefined ? {} : { place_id: to.placeId, word: to.word }) }
    const row = await tx
      .insertInto('newsroom_prompter')
      .values({ tenant_id: tenantId, rundown_id: id, orders: 1, jumps: to === undefined ? 0 : 1, speed: usualSpeed, ...ordered })
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'rundown_id']).doUpdateSet((each) => {
          const orders = each('newsroom_prompter.orders', '+', 1)
          return { ...ordered, orders, ...(to === undefined ? {} : { jumps: orders }) }
        }),
      )
      .returning(prompterColumns)
      .executeTakeFirstOrThrow()
    return stateOf(row)
  })
})
