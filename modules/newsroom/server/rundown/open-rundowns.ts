import { holdsOver } from '#kernel/actor.ts'
import { daysBetween } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { mostDays } from './list-rundowns.ts'
import { makeRundowns, slotDays } from './make-rundowns.ts'
import { personOf } from './rundown-row.ts'

/** Rundowns of the slots of the producer's programmes that are not there yet, for days further ahead than the server makes them by itself. */
export const openRundowns = command(rundownRoutes.openRundowns, async ({ body: { from, to }, actor, read, tx, now, today, newId, record }) => {
  const createdBy = personOf(actor)
  const { tenantId } = actor
  const days = daysBetween(from, to)
  if (days < 0 || days >= mostDays) refuse('newsroom.rundown.too-many-days', { days: mostDays })
  const units = await unitsOfDay(read, actor, today)
  const wanted = await slotDays(read, tenantId, ({ unitId }) => holdsOver(actor, 'newsroom:rundown', units.lineageOf(unitId)), from, to)
  const { made, stories } = await makeRundowns(tx, read, wanted, { tenantId, createdBy, now, newId })
  record({ action: 'newsroom.rundown.opened', subject: { kind: 'rundown', id: '' }, data: { from, to, made, stories } })
  return { made }
})
