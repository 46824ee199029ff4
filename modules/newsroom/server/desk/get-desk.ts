import { holds } from '#kernel/actor.ts'
import { refuse } from '#kernel/refusal.ts'
import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { newsroomRights } from '../../domain/policy.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { keepsDesk, seesDesk } from './desk-units.ts'
import { readHeadings, readSlots } from './heading-rows.ts'

/** Columns, categories and programmes with their slots, for everybody of the newsroom. */
export const getDesk = query(deskRoutes.getDesk, async ({ actor, read, today }) => {
  if (!newsroomRights.some((right) => holds(actor, right))) refuse('platform.not-found')
  const day = await unitsOfDay(read, actor, today)
  const sees = seesDesk(actor, day)
  const slots = await readSlots(read, actor.tenantId)
  const headings = (await readHeadings(read, actor.tenantId)).filter(({ unitId }) => sees(unitId))
  const units = holds(actor, 'newsroom:desk') ? await unitTreeAsOf(read, actor.tenantId, today) : []
  return {
    headings: headings.map(({ unitId, ...heading }) => ({
      ...heading,
      unit: { id: unitId, name: day.nameOf(unitId) },
      slots: slots.filter(({ programmeId }) => programmeId === heading.id).map(({ programmeId: _, ...slot }) => slot),
      can: { keep: keepsDesk(actor, day, unitId) },
    })),
    keepsFor: units.filter(({ id }) => keepsDesk(actor, day, id)).map(({ id, name }) => ({ id, name })),
  }
})
