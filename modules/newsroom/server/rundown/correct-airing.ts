import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { mustRead } from './change-item.ts'
import { personOf, readRundown, type RundownId } from './rundown-row.ts'

/** Corrects a line of the as-run log by a new one that replaces it; both stay. */
export const correctAiring = command(rundownRoutes.correctAiring, async ({ params, body, actor, read, tx, now, today, newId, record }) => {
  const airing = await tx.selectFrom('newsroom_airing').where('tenant_id', '=', actor.tenantId).where('id', '=', params.airingId).selectAll().executeTakeFirst()
  if (airing === undefined) return refuse('platform.not-found')
  const rundown = await readRundown(read, actor, await unitsOfDay(read, actor, today), airing.rundown_id as RundownId)
  if (!rundown.rights.gallery) refuse('platform.not-found')
  const personId = personOf(actor)
  const [startedAt, endedAt] = [new Date(body.startedAt), new Date(body.endedAt)]
  if (endedAt < startedAt || endedAt > now) refuse('newsroom.airing.times')
  if (body.readerId !== null && body.readerId !== airing.reader_id) await mustRead(read, actor.tenantId, body.readerId, rundown.date)
  const replaced = await tx.selectFrom('newsroom_airing').where('tenant_id', '=', actor.tenantId).where('replaces', '=', airing.id).select('id').executeTakeFirst()
  if (replaced !== undefined) refuse('newsroom.airing.replaced')
  const id = newId<'airing'>()
  await tx
    .insertInto('newsroom_airing')
    .values({ ...airing, id, started_at: startedAt, ended_at: endedAt, actual_ms: endedAt.getTime() - startedAt.getTime(), reader_id: body.readerId, replaces: airing.id, reason: body.reason, recorded_by: personId, recorded_at: now })
    .execute()
  record({ action: 'newsroom.airing.corrected', subject: { kind: 'airing', id }, data: { replaces: airing.id } })
  return { id }
})
