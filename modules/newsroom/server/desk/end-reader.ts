import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { readerRoutes } from '../../contract/reader-routes.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { lockReader } from './reader-rows.ts'

/** The last day somebody reads; what was learnt of them stays for when they read again. */
export const endReader = command(readerRoutes.endReader, async ({ params, body, actor, read, tx, today, record }) => {
  const { personId, firstDay } = await lockReader(tx, actor, await unitsOfDay(read, actor, today), params.personId)
  if (body.lastDay < firstDay) refuse('newsroom.desk.ends-before')
  await tx.updateTable('newsroom_reader').set({ last_day: body.lastDay }).where('tenant_id', '=', actor.tenantId).where('person_id', '=', personId).execute()
  record({ action: 'newsroom.reader.ended', subject: { kind: 'person', id: personId }, about: [personId], data: { lastDay: body.lastDay } })
  return {}
})
