import { command } from '#platform/http/handler.ts'
import { readerRoutes } from '../../contract/reader-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { lockReader } from './reader-rows.ts'

/** Sets a rate by hand; null lets what was learnt count again. */
export const setReaderRate = command(readerRoutes.setReaderRate, async ({ params, body, actor, read, tx, today, record }) => {
  const { personId } = await lockReader(tx, actor, await unitsOfDay(read, actor, today), params.personId)
  const { rate } = body
  await tx
    .insertInto('newsroom_reader_rate')
    .values({ tenant_id: actor.tenantId, person_id: personId, kind: params.readKind, set_rate: rate })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'kind']).doUpdateSet({ set_rate: rate }))
    .execute()
  record({ action: 'newsroom.reader-rate.set', subject: { kind: 'person', id: personId }, about: [personId], data: { kind: params.readKind, rate } })
  return {}
})
