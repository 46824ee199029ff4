import type { TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { command } from '#platform/http/handler.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { lockHeading, readSlot, type SlotId } from './heading-rows.ts'

/** Whether anything was meant for a slot: then it is ended, never deleted. */
export async function slotWasUsed(read: Reader, tenantId: TenantId, id: SlotId): Promise<boolean> {
  const story = await read.selectFrom('newsroom_story').where('tenant_id', '=', tenantId).where('slot_id', '=', id).select('id').limit(1).executeTakeFirst()
  const rundown = await read.selectFrom('newsroom_rundown').where('tenant_id', '=', tenantId).where('slot_id', '=', id).select('id').limit(1).executeTakeFirst()
  return story !== undefined || rundown !== undefined
}

/** Ends a slot with a day, takes it up again, or removes what was never used. */
export const endSlot = command(deskRoutes.endSlot, async ({ params, body, actor, read, tx, today, record }) => {
  const slot = await readSlot(read, actor.tenantId, params.slotId)
  if (slot === undefined) return refuse('platform.not-found')
  await lockHeading(tx, actor, await unitsOfDay(read, actor, today), slot.programmeId)
  const subject = { kind: 'slot', id: slot.id }
  if (body.act === 'remove') {
    if (await slotWasUsed(read, actor.tenantId, slot.id)) refuse('newsroom.desk.used')
    await tx.deleteFrom('newsroom_slot').where('tenant_id', '=', actor.tenantId).where('id', '=', slot.id).execute()
    record({ action: 'newsroom.slot.removed', subject, data: { programmeId: slot.programmeId } })
    return {}
  }
  const lastDay = body.act === 'end' ? body.lastDay : null
  if (lastDay !== null && lastDay < slot.firstDay) refuse('newsroom.desk.ends-before')
  await tx.updateTable('newsroom_slot').set({ last_day: lastDay }).where('tenant_id', '=', actor.tenantId).where('id', '=', slot.id).execute()
  record({ action: lastDay === null ? 'newsroom.slot.resumed' : 'newsroom.slot.ended', subject, data: { lastDay } })
  return {}
})
