import { sql } from 'kysely'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, ProductId, TaskId, TenantId, UnitId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { tasksClosedIn } from '../../domain/task-decisions.ts'
import type { TaskOrigin, TaskStatus } from '../../domain/task.ts'

/** The query every view of tasks starts from: task, product, where it came from, who took it over, whether its period is closed. */
export function selectTasks(read: Reader, tenantId: TenantId) {
  return read
    .selectFrom('evaluation_task as t')
    .leftJoin('evaluation_product as p', (join) => join.on('p.tenant_id', '=', tenantId).onRef('p.id', '=', 't.product_id'))
    .leftJoin('evaluation_task as origin', (join) => join.on('origin.tenant_id', '=', tenantId).onRef('origin.id', '=', 't.received_from_task'))
    .leftJoin('evaluation_task as taken', (join) =>
      join.on('taken.tenant_id', '=', tenantId).onRef('taken.received_from_task', '=', 't.id').on('taken.status', '<>', 'cancelled'),
    )
    .where('t.tenant_id', '=', tenantId)
    .select([
      't.id', 't.version', 't.person_id', 't.unit_id', 't.product_id', 'p.code as product_code', 'p.unit_of_count', 't.title', 't.coefficient', 't.origin',
      't.month', 't.assigned', 't.deadline', 't.status', 't.completed', 't.completed_on', 't.result_note', 't.quality_faults', 't.late_events',
      't.quality_excused', 't.late_excused', 't.excuse_reason', 't.closing_reason', 'origin.person_id as received_from', 'taken.person_id as handed_to',
      periodClosed(tenantId).as('period_closed'),
    ])
}

/** Whether a campaign over the task's month or quarter has this person compiled, so that the task `t` may not change. */
export function periodClosed(tenantId: TenantId) {
  return sql<boolean>`exists (
    select from evaluation_participant x
    join evaluation_campaign c on c.tenant_id = ${tenantId} and c.id = x.campaign_id
    where x.tenant_id = ${tenantId} and x.person_id = t.person_id and x.excluded_reason = ''
      and c.period_kind <> 'year' and c.period_from <= t.month and c.period_to > t.month and c.status = any(${[...tasksClosedIn]}::text[]))`
}

type Selected = Awaited<ReturnType<ReturnType<typeof selectTasks>['execute']>>[number]

/** A task with what its view needs. */
export interface TaskRow {
  readonly id: TaskId
  readonly version: number
  readonly personId: PersonId
  readonly unitId: UnitId
  readonly product: { readonly id: ProductId; readonly code: string; readonly unitOfCount: string } | null
  readonly title: string
  readonly coefficient: string
  readonly origin: TaskOrigin
  readonly month: CalendarDate
  readonly assigned: number
  readonly deadline: CalendarDate
  readonly status: TaskStatus
  readonly completed: number
  readonly completedOn: CalendarDate | null
  readonly resultNote: string
  readonly qualityFaults: number
  readonly lateEvents: number
  readonly qualityExcused: boolean
  readonly lateExcused: boolean
  readonly excuseReason: string
  readonly closingReason: string
  readonly receivedFrom: PersonId | null
  readonly handedTo: PersonId | null
  readonly periodClosed: boolean
}

export function taskOf(row: Selected): TaskRow {
  return {
    id: row.id as TaskId,
    version: row.version,
    personId: row.person_id as PersonId,
    unitId: row.unit_id as UnitId,
    product: row.product_id === null ? null : { id: row.product_id as ProductId, code: row.product_code ?? '', unitOfCount: row.unit_of_count ?? '' },
    title: row.title,
    coefficient: row.coefficient,
    origin: row.origin as TaskOrigin,
    month: row.month as CalendarDate,
    assigned: row.assigned,
    deadline: row.deadline as CalendarDate,
    status: row.status as TaskStatus,
    completed: row.completed,
    completedOn: row.completed_on as CalendarDate | null,
    resultNote: row.result_note,
    qualityFaults: row.quality_faults,
    lateEvents: row.late_events,
    qualityExcused: row.quality_excused,
    lateExcused: row.late_excused,
    excuseReason: row.excuse_reason,
    closingReason: row.closing_reason,
    receivedFrom: row.received_from as PersonId | null,
    handedTo: row.handed_to as PersonId | null,
    periodClosed: row.period_closed,
  }
}
