import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import type { Reader } from '#platform/db/database.ts'
import { command } from '#platform/http/handler.ts'
import { planningRoutes } from '../../contract/planning-routes.ts'
import { isOpen } from '../../domain/planning/state.ts'
import { keepsDesk } from '../desk/desk-units.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { lockAssignment } from './assignment-rows.ts'
import { newsroomPeople } from './newsroom-people.ts'

type Plan = Omit<BodyOf<typeof planningRoutes.addAssignment>, 'unitId'>

/** Gives out an assignment (phân công). */
export const addAssignment = command(planningRoutes.addAssignment, async ({ body, actor, read, tx, now, today, newId, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const { unitId, ...plan } = body
  if (actor.personId === null || !keepsDesk(actor, day, unitId)) return refuse('platform.not-found')
  mustBeATime(plan)
  await mustBelong(read, actor.tenantId, day.lineageOf(unitId), [plan.writerId, plan.filmerId], today)
  const id = newId<'assignment'>()
  await tx.insertInto('newsroom_assignment').values({ tenant_id: actor.tenantId, id, unit_id: unitId, ...columnsOf(plan), planned_by: actor.personId, planned_at: now, changed_at: now }).execute()
  record({ action: 'newsroom.assignment.assigned', subject: { kind: 'assignment', id }, about: peopleOf(plan), data: { unitId, onDate: plan.onDate } })
  return { id }
})

/** Changes an assignment; another writer has to accept it. */
export const changeAssignment = command(planningRoutes.changeAssignment, async ({ params, body, actor, read, tx, now, today, record }) => {
  const day = await unitsOfDay(read, actor, today)
  const { revision, ...plan } = body
  const old = await lockAssignment(tx, actor, day, params.assignmentId)
  if (!keepsDesk(actor, day, old.unitId)) return refuse('platform.not-found')
  if (old.revision !== revision) refuse('newsroom.assignment.changed', { revision: old.revision })
  if (!isOpen(old.state)) return refuse('newsroom.assignment.wrong-state', { state: old.state })
  mustBeATime(plan)
  // Who stays is not asked for again: they may have left the newsroom since.
  await mustBelong(read, actor.tenantId, day.lineageOf(old.unitId), [plan.writerId === old.writerId ? null : plan.writerId, plan.filmerId === old.filmerId ? null : plan.filmerId], today)
  const state = plan.writerId === old.writerId ? old.state : 'assigned'
  await tx
    .updateTable('newsroom_assignment')
    .set({ ...columnsOf(plan), state, revision: revision + 1, changed_at: now })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', old.id)
    .execute()
  record({ action: 'newsroom.assignment.changed', subject: { kind: 'assignment', id: old.id }, about: [...new Set([...peopleOf(old), ...peopleOf(plan)])], data: { onDate: plan.onDate, state } })
  return { revision: revision + 1 }
})

function columnsOf({ topic, column, place, onDate, startMinute, endMinute, writerId, filmerId, camera, vehicle, dueAt, note }: Plan) {
  return { topic, column, place, on_date: onDate, start_minute: startMinute, end_minute: endMinute, writer_id: writerId, filmer_id: filmerId, camera, vehicle, due_at: new Date(dueAt), note }
}

function peopleOf({ writerId, filmerId }: Pick<Plan, 'writerId' | 'filmerId'>): PersonId[] {
  return filmerId === null || filmerId === writerId ? [writerId] : [writerId, filmerId]
}

/** Both ends of a time or none; without a time it takes the whole day. */
function mustBeATime({ startMinute, endMinute }: Plan): void {
  if ((startMinute === null) !== (endMinute === null) || (startMinute !== null && endMinute !== null && endMinute <= startMinute)) refuse('newsroom.assignment.times')
}

/** Work is given to people of the newsroom: whoever it is given to has to see it. */
async function mustBelong(read: Reader, tenantId: TenantId, lineage: readonly UnitId[], given: readonly (PersonId | null)[], today: CalendarDate): Promise<void> {
  const asked = given.filter((id) => id !== null)
  if (asked.length === 0) return
  const belonging = (await newsroomPeople(read, tenantId, today)).idsOver(lineage)
  if (asked.some((id) => !belonging.has(id))) refuse('newsroom.assignment.no-such-person')
}
