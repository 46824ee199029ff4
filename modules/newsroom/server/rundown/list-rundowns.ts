import { holds } from '#kernel/actor.ts'
import { daysBetween } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import { mayUse } from '#platform/contract/route.ts'
import { query } from '#platform/http/handler.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { newsroomRights } from '../../domain/policy.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { rundownColumns, rundownFor } from './rundown-row.ts'

/** A list shows two months at most. */
export const mostDays = 62

/** Rundowns of some days by their start. */
export const listRundowns = query(rundownRoutes.listRundowns, async ({ query: { from, to }, actor, read, today }) => {
  if (!newsroomRights.some((right) => holds(actor, right))) refuse('platform.not-found')
  if (daysBetween(from, to) >= mostDays || to < from) refuse('newsroom.rundown.too-many-days', { days: mostDays })
  const day = await unitsOfDay(read, actor, today)
  const rows = await read
    .selectFrom('newsroom_rundown as r')
    .where('r.tenant_id', '=', actor.tenantId)
    .where('r.on_date', '>=', from)
    .where('r.on_date', '<=', to)
    .select(rundownColumns)
    .select((one) => one.selectFrom('newsroom_rundown_item as i').where('i.tenant_id', '=', actor.tenantId).whereRef('i.rundown_id', '=', 'r.id').where('i.floated', '=', false).select(({ fn }) => fn.countAll<number>().as('items')).as('items'))
    .orderBy('r.on_date')
    .orderBy('r.start_ms')
    .orderBy('r.id')
    .execute()
  const items = rows.flatMap((row) => {
    const rundown = rundownFor(actor, day, row)
    if (rundown === undefined) return []
    const { id, programmeId, name, date, startMs, outMs, state } = rundown
    return [{ id, programmeId, name, date, startMs, outMs, state, items: row.items ?? 0 }]
  })
  return { items, can: { create: mayUse(actor, rundownRoutes.createRundown) && actor.personId !== null } }
})
