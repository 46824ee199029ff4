import type { PersonId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { royaltyRoutes } from '../../contract/royalty-routes.ts'
import { keepsDesk } from '../desk/desk-units.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'

/** Corrects a closed line by one that replaces it; both stay. */
export const replaceLine = command(royaltyRoutes.replaceLine, async ({ params, body, actor, read, tx, now, today, newId, record }) => {
  const line = await tx.selectFrom('newsroom_royalty_line').where('tenant_id', '=', actor.tenantId).where('id', '=', params.lineId).selectAll().executeTakeFirst()
  if (line === undefined || !keepsDesk(actor, await unitsOfDay(read, actor, today), line.unit_id as UnitId)) return refuse('platform.not-found')
  if (actor.personId === null) return refuse('newsroom.royalty.no-person')
  const replaced = await tx.selectFrom('newsroom_royalty_line').where('tenant_id', '=', actor.tenantId).where('replaces', '=', line.id).select('id').executeTakeFirst()
  if (replaced !== undefined) refuse('newsroom.royalty.replaced')
  const id = newId<'royalty-line'>()
  await tx.insertInto('newsroom_royalty_line').values({ ...line, id, amount: body.amount, replaces: line.id, reason: body.reason, recorded_by: actor.personId, recorded_at: now }).execute()
  record({ action: 'newsroom.royalty-line.replaced', subject: { kind: 'royalty-line', id }, about: [line.person_id as PersonId], data: { replaces: line.id, from: line.amount, to: body.amount } })
  return { id }
})
