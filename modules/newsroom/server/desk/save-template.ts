import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { takesWords } from '../../domain/desk/template.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { lockHeading } from './heading-rows.ts'

/** Keeps the blocks stories of a column begin with (mẫu). */
export const saveTemplate = command(deskRoutes.saveTemplate, async ({ params, body, actor, read, tx, today, record }) => {
  const heading = await lockHeading(tx, actor, await unitsOfDay(read, actor, today), params.headingId)
  if (heading.kind !== 'column') return refuse('newsroom.desk.no-column')
  const template = body.template.map(({ kind, text }) => ({ kind, text: takesWords(kind) ? text : '' }))
  await tx.updateTable('newsroom_heading').set({ template: JSON.stringify(template) }).where('tenant_id', '=', actor.tenantId).where('id', '=', heading.id).execute()
  record({ action: 'newsroom.template.saved', subject: { kind: 'heading', id: heading.id }, data: { blocks: template.length } })
  return {}
})
