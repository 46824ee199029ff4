import { refuse } from '#kernel/refusal.ts'
import type { Id } from '#kernel/id.ts'
import { command, query } from '#platform/http/handler.ts'
import { royaltyRoutes } from '../../contract/royalty-routes.ts'
import { readRates } from './rate-rows.ts'

/** The rates the desk keeps, those that begin last first. */
export const listRates = query(royaltyRoutes.listRates, async ({ actor, read }) => {
  const rates = await readRates(read, actor.tenantId)
  return { items: rates.toReversed().sort((a, b) => (a.firstDay < b.firstDay ? 1 : a.firstDay > b.firstDay ? -1 : 0)).map((rate) => ({ ...rate, id: rate.id as Id<'royalty-rate'> })) }
})

/** Records a rate by a decision of the station. */
export const addRate = command(royaltyRoutes.addRate, async ({ body, actor, tx, now, newId, record }) => {
  if (actor.personId === null) return refuse('newsroom.royalty.no-person')
  if (body.kind === 'point_value' && body.genre !== '') refuse('newsroom.royalty.genre-of-points')
  const id = newId<'royalty-rate'>()
  await tx
    .insertInto('newsroom_royalty_rate')
    .values({ tenant_id: actor.tenantId, id, kind: body.kind, genre: body.genre, value: body.value, first_day: body.firstDay, document_number: body.documentNumber, document_date: body.documentDate, recorded_by: actor.personId, recorded_at: now })
    .execute()
  record({ action: 'newsroom.royalty-rate.added', subject: { kind: 'royalty-rate', id }, data: { kind: body.kind, genre: body.genre, value: body.value, firstDay: body.firstDay, document: body.documentNumber } })
  return { id }
})
