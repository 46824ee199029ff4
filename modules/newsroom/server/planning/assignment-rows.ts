import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Id, PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { AssignmentHand, AssignmentState } from '../../domain/planning/state.ts'
import { keepsDesk } from '../desk/desk-units.ts'
import type { StoryId } from '../stories/story-row.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'

export type AssignmentId = Id<'assignment'>

/** An assignment as stored. */
export interface AssignmentRow {
  readonly id: AssignmentId
  readonly unitId: UnitId
  readonly topic: string
  readonly column: string | null
  readonly place: string
  readonly onDate: CalendarDate
  readonly startMinute: number | null
  readonly endMinute: number | null
  readonly writerId: PersonId
  readonly filmerId: PersonId | null
  readonly camera: string
  readonly vehicle: string
  readonly dueAt: Date
  readonly note: string
  readonly state: AssignmentState
  readonly revision: number
  readonly storyId: StoryId | null
  readonly plannedBy: PersonId
  readonly plannedAt: Date
  readonly changedAt: Date
}

export const assignmentColumns = ['id', 'unit_id', 'topic', 'column', 'place', 'on_date', 'start_minute', 'end_minute', 'writer_id', 'filmer_id', 'camera', 'vehicle', 'due_at', 'note', 'state', 'revision', 'story_id', 'planned_by', 'planned_at', 'changed_at'] as const

type Stored = Record<'id' | 'unit_id' | 'topic' | 'place' | 'on_date' | 'writer_id' | 'camera' | 'vehicle' | 'note' | 'state' | 'planned_by', string> &
  Record<'column' | 'filmer_id' | 'story_id', string | null> &
  Record<'start_minute' | 'end_minute', number | null> &
  Record<'due_at' | 'planned_at' | 'changed_at', Date> & { readonly revision: number }

/** A stored row as the module speaks of it. */
export function assignmentOf(row: Stored): AssignmentRow {
  return {
    id: row.id as AssignmentId,
    unitId: row.unit_id as UnitId,
    topic: row.topic,
    column: row.column,
    place: row.place,
    onDate: row.on_date as CalendarDate,
    startMinute: row.start_minute,
    endMinute: row.end_minute,
    writerId: row.writer_id as PersonId,
    filmerId: row.filmer_id as PersonId | null,
    camera: row.camera,
    vehicle: row.vehicle,
    dueAt: row.due_at,
    note: row.note,
    state: row.state as AssignmentState,
    revision: row.revision,
    storyId: row.story_id as StoryId | null,
    plannedBy: row.planned_by as PersonId,
    plannedAt: row.planned_at,
    changedAt: row.changed_at,
  }
}

/** Whether somebody sees the plan of a unit: everybody of its newsroom. */
export function seesPlan({ readable }: UnitsOfDay, unitId: UnitId): boolean {
  return readable === null || readable.includes(unitId)
}

/** The assignments of a stretch of days that the one who asks sees, by day and time. */
export async function readAssignments(read: Reader, tenantId: TenantId, day: UnitsOfDay, from: CalendarDate, to: CalendarDate): Promise<AssignmentRow[]> {
  const rows = await read
    .selectFrom('newsroom_assignment')
    .where('tenant_id', '=', tenantId)
    .where('on_date', '>=', from)
    .where('on_date', '<=', to)
    .select(assignmentColumns)
    .orderBy('on_date')
    .orderBy('start_minute')
    .orderBy('id')
    .execute()
  return rows.map(assignmentOf).filter(({ unitId }) => seesPlan(day, unitId))
}

/** One assignment, locked, for somebody of the newsroom who saw it at this revision; for everybody else there is none. */
export async function lockAssignment(tx: Tx<'newsroom'>, { tenantId }: Actor, day: UnitsOfDay, id: AssignmentId, revision?: number): Promise<AssignmentRow> {
  const row = await tx.selectFrom('newsroom_assignment').where('tenant_id', '=', tenantId).where('id', '=', id).select(assignmentColumns).forUpdate().executeTakeFirst()
  if (row === undefined || !seesPlan(day, row.unit_id as UnitId)) return refuse('platform.not-found')
  if (revision !== undefined && row.revision !== revision) refuse('newsroom.assignment.changed', { revision: row.revision })
  return assignmentOf(row)
}

/** What the one who asks is to an assignment: one it is given to, or the desk that plans it. */
export function handsOn(actor: Actor, day: UnitsOfDay, { unitId, writerId, filmerId }: Pick<AssignmentRow, 'unitId' | 'writerId' | 'filmerId'>): Set<AssignmentHand> {
  const hands = new Set<AssignmentHand>()
  if (actor.personId !== null && (actor.personId === writerId || actor.personId === filmerId)) hands.add('assigned')
  if (keepsDesk(actor, day, unitId)) hands.add('desk')
  return hands
}
