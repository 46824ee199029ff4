import { holds, type Actor } from '#kernel/actor.ts'
import { addDays, type CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { holdingsAsOf, unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { query } from '#platform/http/handler.ts'
import { planningRoutes } from '../../contract/planning-routes.ts'
import { mondayOf, weekOf } from '../../domain/planning/week.ts'
import { newsroomRights } from '../../domain/policy.ts'
import { keepsDesk } from '../desk/desk-units.ts'
import { unitsOfDay, type UnitsOfDay } from '../stories/units-of-day.ts'
import { readAssignments, type AssignmentRow } from './assignment-rows.ts'
import { assignmentViews } from './assignment-views.ts'
import { newsroomPeople } from './newsroom-people.ts'

/** Days back in which a camera or vehicle was taken to be offered again. */
const rememberedDays = 60

/** The assignments of a week (kế hoạch tuần), and for the desk whom and what it plans with. */
export const getWeek = query(planningRoutes.getWeek, async ({ query: asked, actor, read, now, today }) => {
  if (!newsroomRights.some((right) => holds(actor, right))) refuse('platform.not-found')
  const day = await unitsOfDay(read, actor, today)
  const monday = mondayOf(asked.day ?? today)
  const week = weekOf(monday)
  const rows = await readAssignments(read, actor.tenantId, day, monday, week.at(-1) ?? monday)
  const plansFor = holds(actor, 'newsroom:desk') ? await plannedUnits(read, actor, day, monday, today) : []
  return { monday, items: await assignmentViews(read, actor, day, rows, rows, now), plansFor }
})

/** Units with a newsroom whose week somebody plans: those in which who writes holds a post. */
async function plannedUnits(read: Reader, actor: Actor, day: UnitsOfDay, monday: CalendarDate, today: CalendarDate) {
  const people = await newsroomPeople(read, actor.tenantId, today)
  const kept = (await unitTreeAsOf(read, actor.tenantId, today)).filter(({ id }) => keepsDesk(actor, day, id))
  const holdings = await holdingsAsOf(read, actor.tenantId, today, { units: kept.map(({ id }) => id) })
  const writing = kept.filter(({ id }) => {
    const writers = people.idsOver(day.lineageOf(id), 'newsroom:write')
    return holdings.some((holding) => holding.unitId === id && writers.has(holding.personId))
  })
  const taken = await readAssignments(read, actor.tenantId, day, addDays(monday, -rememberedDays), addDays(monday, 13))
  return writing.map(({ id, name }) => ({ id, name, people: people.over(day.lineageOf(id)), cameras: namesTaken(taken, id, 'camera'), vehicles: namesTaken(taken, id, 'vehicle') }))
}

function namesTaken(rows: readonly AssignmentRow[], unitId: UnitId, what: 'camera' | 'vehicle'): string[] {
  return [...new Set(rows.filter((row) => row.unitId === unitId && row[what] !== '').map((row) => row[what]))].sort((a, b) => a.localeCompare(b, 'vi'))
}
