import { isLate, openStates } from '../../domain/planning/state.ts'
import { assignmentColumns, assignmentOf, seesPlan } from '../planning/assignment-rows.ts'
import type { Listener, Told } from './told.ts'

/** Assignments to accept, and those late: for whom they are given to, and for who planned them. */
export async function assignmentsFor({ read, actor, day, now }: Listener): Promise<Told[]> {
  const rows = await read
    .selectFrom('newsroom_assignment')
    .where('tenant_id', '=', actor.tenantId)
    .where('state', 'in', openStates)
    .where((where) => where.or([where('writer_id', '=', actor.personId), where('filmer_id', '=', actor.personId), where.and([where('planned_by', '=', actor.personId), where('due_at', '<', now)])]))
    .select(assignmentColumns)
    .orderBy('due_at')
    .orderBy('id')
    .execute()
  return rows
    .map(assignmentOf)
    .filter(({ unitId }) => seesPlan(day, unitId))
    .flatMap((row): Told[] => {
      const mine = row.writerId === actor.personId || row.filmerId === actor.personId
      const told = { about: row.id, dueAt: row.dueAt, story: null, assignment: { id: row.id, topic: row.topic, day: row.onDate }, by: mine ? row.plannedBy : row.writerId, said: row.note }
      if (isLate(row, now)) return [{ ...told, kind: 'late' as const, at: row.dueAt }]
      return mine && row.state === 'assigned' ? [{ ...told, kind: 'assigned' as const, at: row.changedAt }] : []
    })
}
