import { command } from '#platform/http/handler.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { nameMustBeFree } from './add-heading.ts'
import { lockHeading } from './heading-rows.ts'

/** Gives a column, category or programme another name. Stories keep the name they were written under: it is part of what was approved. */
export const renameHeading = command(deskRoutes.renameHeading, async ({ params, body, actor, read, tx, today, record }) => {
  const heading = await lockHeading(tx, actor, await unitsOfDay(read, actor, today), params.headingId)
  await nameMustBeFree(read, actor.tenantId, { ...heading, name: body.name, except: heading.id }, today)
  await tx.updateTable('newsroom_heading').set({ name: body.name }).where('tenant_id', '=', actor.tenantId).where('id', '=', heading.id).execute()
  record({ action: 'newsroom.heading.changed', subject: { kind: 'heading', id: heading.id }, data: { from: heading.name, to: body.name } })
  return {}
})
