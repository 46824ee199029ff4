import { addDays, type CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/database.ts'
import { command } from '#platform/http/handler.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { lockHeading, readSlot, type SlotRow } from './heading-rows.ts'
import { slotWasUsed } from './end-slot.ts'

/** Adds a recurring slot. Times are never changed under what was planned: a slot that replaces another ends it the day before. */
export const addSlot = command(deskRoutes.addSlot, async ({ params, body, actor, read, tx, today, newId, record }) => {
  const programme = await lockHeading(tx, actor, await unitsOfDay(read, actor, today), params.programmeId)
  if (programme.kind !== 'programme') return refuse('newsroom.desk.no-programme')
  const { replaces, weekdays, startMinute, plannedSeconds, hardOut, firstDay } = body
  if (replaces !== null) {
    const old = await readSlot(read, actor.tenantId, replaces)
    if (old?.programmeId !== programme.id) return refuse('platform.not-found')
    await endBefore(tx, actor.tenantId, old, firstDay, await slotWasUsed(read, actor.tenantId, old.id))
  }
  const id = newId<'slot'>()
  await tx
    .insertInto('newsroom_slot')
    .values({ tenant_id: actor.tenantId, id, programme_id: programme.id, weekdays: [...new Set(weekdays)].sort((a, b) => a - b), start_minute: startMinute, planned_seconds: plannedSeconds, hard_out: hardOut, first_day: firstDay })
    .execute()
  record({ action: 'newsroom.slot.added', subject: { kind: 'slot', id }, data: { programmeId: programme.id, startMinute, plannedSeconds, hardOut, firstDay, replaces } })
  return { id }
})

async function endBefore(tx: Tx<'newsroom'>, tenantId: TenantId, { id, firstDay }: SlotRow, newFirstDay: CalendarDate, used: boolean): Promise<void> {
  const lastDay = addDays(newFirstDay, -1)
  if (lastDay >= firstDay) {
    await tx.updateTable('newsroom_slot').set({ last_day: lastDay }).where('tenant_id', '=', tenantId).where('id', '=', id).execute()
  } else if (used) {
    refuse('newsroom.desk.ends-before')
  } else {
    await tx.deleteFrom('newsroom_slot').where('tenant_id', '=', tenantId).where('id', '=', id).execute()
  }
}
