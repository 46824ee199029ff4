import { refuse } from '#kernel/refusal.ts'
import { holdingsAsOf } from '#modules/organisation/server/index.ts'
import { command } from '#platform/http/handler.ts'
import { readerRoutes } from '../../contract/reader-routes.ts'
import { notEnded } from '../../domain/desk/heading.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { keepsDesk } from './desk-units.ts'
import { readReaders } from './reader-rows.ts'

/** Lets somebody read for the unit of a post they hold; whoever read before reads again, with the rates already learnt. */
export const addReader = command(readerRoutes.addReader, async ({ body, actor, read, tx, today, record }) => {
  const { unitId, personId, firstDay } = body
  const day = await unitsOfDay(read, actor, today)
  if (!keepsDesk(actor, day, unitId)) return refuse('platform.not-found')
  if (!(await holdingsAsOf(read, actor.tenantId, today, { people: [personId] })).some((holding) => holding.unitId === unitId)) return refuse('platform.not-found')
  const known = (await readReaders(read, actor.tenantId)).find((reader) => reader.personId === personId)
  if (known !== undefined && notEnded(known, today)) refuse('newsroom.reader.already')
  await tx
    .insertInto('newsroom_reader')
    .values({ tenant_id: actor.tenantId, person_id: personId, unit_id: unitId, first_day: firstDay })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet({ unit_id: unitId, first_day: firstDay, last_day: null }))
    .execute()
  record({ action: 'newsroom.reader.added', subject: { kind: 'person', id: personId }, about: [personId], data: { unitId, firstDay } })
  return {}
})
