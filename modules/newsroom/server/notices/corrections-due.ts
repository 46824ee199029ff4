import { holdsOver } from '#kernel/actor.ts'
import { addDays, midnight, type CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import { correctionTerm } from '../../domain/correction/deadline.ts'
import type { StoryId } from '../stories/story-row.ts'
import type { Listener, Told } from './told.ts'

/** Rights of those who see to it that a correction airs in time. */
const answering = ['newsroom:desk', 'newsroom:review', 'newsroom:approve'] as const

/** Corrections (cải chính) whose notice has not aired yet, with the last moment of their term. */
export async function correctionsDue({ read, actor, day, calendar }: Listener): Promise<Told[]> {
  const rows = await read
    .selectFrom('newsroom_correction as c')
    .innerJoin('newsroom_story as s', (join) => join.on('s.tenant_id', '=', actor.tenantId).onRef('s.id', '=', 'c.story_id'))
    .leftJoin('newsroom_story as n', (join) => join.on('n.tenant_id', '=', actor.tenantId).onRef('n.id', '=', 'c.notice_story_id'))
    .where('c.tenant_id', '=', actor.tenantId)
    .where('n.aired_at', 'is', null)
    .select(['c.id', 'c.story_id', 'c.received_on', 'c.opened_by', 'c.opened_at', 'c.document_number', 's.title', 's.unit_id'])
    .orderBy('c.received_on')
    .orderBy('c.id')
    .execute()
  return rows.flatMap((row) => {
    const lineage = day.lineageOf(row.unit_id as UnitId)
    if (row.opened_by !== actor.personId && !answering.some((right) => holdsOver(actor, right, lineage))) return []
    const due = correctionTerm(row.received_on as CalendarDate, calendar)?.due
    const dueAt = due === undefined ? null : midnight(addDays(due, 1))
    return [{ kind: 'correction_due' as const, about: row.id, at: row.opened_at, dueAt, story: { id: row.story_id as StoryId, title: row.title }, assignment: null, by: row.opened_by as PersonId, said: row.document_number }]
  })
}
