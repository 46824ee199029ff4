import type { TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { command } from '#platform/http/handler.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { nameMustBeFree } from './add-heading.ts'
import { lockHeading, type HeadingRow } from './heading-rows.ts'

/** Whether anything was filed under a heading: then it is ended, never deleted. */
async function wasUsed(read: Reader, tenantId: TenantId, { id, kind, name }: HeadingRow): Promise<boolean> {
  const stories = read.selectFrom('newsroom_story').where('tenant_id', '=', tenantId).select('id').limit(1)
  if (kind !== 'programme') return (await stories.where(kind, '=', name).executeTakeFirst()) !== undefined
  if ((await stories.where('programme_id', '=', id).executeTakeFirst()) !== undefined) return true
  const rundown = await read.selectFrom('newsroom_rundown').where('tenant_id', '=', tenantId).where('programme_id', '=', id).select('id').limit(1).executeTakeFirst()
  const airing = await read.selectFrom('newsroom_airing').where('tenant_id', '=', tenantId).where('programme_id', '=', id).select('tenant_id').limit(1).executeTakeFirst()
  return rundown !== undefined || airing !== undefined
}

/** Ends a column, category or programme with a day, takes it up again, or removes what was never used. */
export const endHeading = command(deskRoutes.endHeading, async ({ params, body, actor, read, tx, today, record }) => {
  const heading = await lockHeading(tx, actor, await unitsOfDay(read, actor, today), params.headingId)
  const subject = { kind: 'heading', id: heading.id }
  if (body.act === 'remove') {
    if (await wasUsed(read, actor.tenantId, heading)) refuse('newsroom.desk.used')
    await tx.deleteFrom('newsroom_heading').where('tenant_id', '=', actor.tenantId).where('id', '=', heading.id).execute()
    record({ action: 'newsroom.heading.removed', subject, data: { kind: heading.kind, name: heading.name } })
    return {}
  }
  const lastDay = body.act === 'end' ? body.lastDay : null
  if (lastDay === null) await nameMustBeFree(read, actor.tenantId, { ...heading, except: heading.id }, today)
  else if (lastDay < heading.firstDay) refuse('newsroom.desk.ends-before')
  await tx.updateTable('newsroom_heading').set({ last_day: lastDay }).where('tenant_id', '=', actor.tenantId).where('id', '=', heading.id).execute()
  record({ action: lastDay === null ? 'newsroom.heading.resumed' : 'newsroom.heading.ended', subject, data: { lastDay } })
  return {}
})
