import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { mustEndAfterStart } from './create-rundown.ts'
import { countChange, lockToOrder } from './rundown-row.ts'

/** Name, start and hard out of a rundown, by whoever saw those that stand. */
export const saveRundown = command(rundownRoutes.saveRundown, async ({ params, body, actor, read, tx, now, today, record }) => {
  const rundown = await lockToOrder(tx, actor, await unitsOfDay(read, actor, today), params.rundownId)
  if (rundown.revision !== body.revision) refuse('newsroom.rundown.changed', { revision: rundown.revision })
  mustEndAfterStart(body)
  await tx
    .updateTable('newsroom_rundown')
    .set({ name: body.name, start_ms: body.startMs, out_ms: body.outMs, revision: rundown.revision + 1 })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', rundown.id)
    .execute()
  record({ action: 'newsroom.rundown.changed', subject: { kind: 'rundown', id: rundown.id } })
  return { changes: await countChange(tx, actor, rundown.id, now) }
})
