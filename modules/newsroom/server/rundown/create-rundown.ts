import { holdsOver } from '#kernel/actor.ts'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { personOf } from './rundown-row.ts'

/** A rundown made by hand, for the unit of the producer's post. */
export const createRundown = command(rundownRoutes.createRundown, async ({ body, actor, read, tx, now, today, newId, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const createdBy = personOf(actor)
  const post = actor.posts.find(({ unitId }) => holdsOver(actor, 'newsroom:rundown', day.lineageOf(unitId))) ?? refuse('newsroom.no-unit')
  mustEndAfterStart(body)
  const id = newId<'rundown'>()
  await tx
    .insertInto('newsroom_rundown')
    .values({ tenant_id: actor.tenantId, id, unit_id: post.unitId, name: body.name, on_date: body.date, start_ms: body.startMs, out_ms: body.outMs, created_by: createdBy, created_at: now, changed_at: now })
    .execute()
  record({ action: 'newsroom.rundown.created', subject: { kind: 'rundown', id }, data: { date: body.date } })
  return { id }
})

/** A hard out is after the start, within a day of it. */
export function mustEndAfterStart({ startMs, outMs }: { readonly startMs: number; readonly outMs: number | null }): void {
  if (outMs !== null && (outMs <= startMs || outMs > startMs + 86_400_000)) refuse('newsroom.rundown.out-before-start')
}
