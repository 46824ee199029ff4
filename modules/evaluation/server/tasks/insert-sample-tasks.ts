import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { asId, type PersonId, type ProductId, type TaskId, type TenantId, type UnitId } from '#kernel/id.ts'
import { parseRational, toFraction } from '#kernel/rational.ts'
import type { Tx } from '#platform/db/database.ts'
import type { TaskStatus } from '../../domain/task.ts'
import type { SampleTask } from '../../sample/types.ts'

/** Ids of the codes the sample's tasks use. */
export interface SampleTaskIds {
  readonly people: ReadonlyMap<string, PersonId>
  readonly products: ReadonlyMap<string, ProductId>
  /** Unit of the person's main post. */
  unitOf(personId: PersonId): UnitId
  /** Who tracks the person and therefore judged the task; null when nobody stands above. */
  superiorOf(personId: PersonId): PersonId | null
}

const perStatement = 2_000
// The sample says at which end of the day things happened: eight in the morning in Vietnam.
const morning = 'T01:00:00Z'

/**
 * Stores the sample's tasks with their results, set-wise. `statusOf` says how far a task with a result has come:
 * confirmed for closed months, reported or open for the month being scored.
 */
export async function insertSampleTasks(
  tx: Tx<'evaluation'>,
  tenantId: TenantId,
  tasks: readonly SampleTask[],
  ids: SampleTaskIds,
  statusOf: (task: SampleTask) => Extract<TaskStatus, 'open' | 'reported' | 'confirmed'> = () => 'confirmed',
): Promise<Map<string, TaskId>> {
  const taskIds = new Map(tasks.map((task) => [task.code, asId<'task'>(uuidv7())]))
  const rows = tasks.map((task) => rowOf(task, ids, taskIds, task.origin === 'handed_back' ? 'handed_back' : statusOf(task)))
  // A received task points at the one handed back, which must stand first.
  const inOrder = [...rows.filter((row) => row.received_from_task === null), ...rows.filter((row) => row.received_from_task !== null)]
  for (let from = 0; from < inOrder.length; from += perStatement) await insertRows(tx, tenantId, inOrder.slice(from, from + perStatement))
  return taskIds
}

type Row = ReturnType<typeof rowOf>

function rowOf(task: SampleTask, ids: SampleTaskIds, taskIds: ReadonlyMap<string, TaskId>, status: TaskStatus) {
  const personId = known(ids.people, task.person)
  const coefficient = parseRational(task.coefficient)
  if (coefficient === null) throw new Error(`sample task ${task.code}: coefficient ${task.coefficient}`)
  const open = status === 'open'
  const earns = !open && status !== 'handed_back'
  const judged = status === 'confirmed'
  const excused = judged && task.excuse !== null
  return {
    id: known(taskIds, task.code),
    person_id: personId,
    unit_id: ids.unitOf(personId),
    product_id: known(ids.products, task.product),
    title: task.title,
    coefficient: toFraction(coefficient),
    origin: task.origin === 'handed_back' ? 'assigned' : task.origin,
    month: `${task.month}-01`,
    assigned: task.assigned,
    deadline: task.deadline,
    assigned_by: task.origin === 'ad_hoc' ? null : known(ids.people, task.assignedBy),
    assigned_at: `${task.assignedOn}${morning}`,
    received_from_task: task.receivedFromTask === null ? null : known(taskIds, task.receivedFromTask),
    status,
    completed: earns ? task.completed : 0,
    completed_on: earns && task.completed > 0 ? task.completedOn : null,
    result_note: earns ? (task.note ?? '') : '',
    quality_faults: judged ? task.qualityFaults : 0,
    late_events: judged ? task.lateEvents : 0,
    quality_excused: excused && task.qualityFaults > 0,
    late_excused: excused && task.lateEvents > 0,
    excuse_reason: excused ? (task.excuse?.reason ?? '') : '',
    excused_by: excused && task.excuse !== null ? known(ids.people, task.excuse.confirmedBy) : null,
    judged_by: judged ? ids.superiorOf(personId) : null,
    closing_reason: status === 'handed_back' ? (task.note ?? '') : '',
  }
}

async function insertRows(tx: Tx<'evaluation'>, tenantId: TenantId, rows: readonly Row[]): Promise<void> {
  await sql`
    insert into evaluation_task (tenant_id, id, person_id, unit_id, product_id, title, coefficient, origin, month, assigned, deadline, assigned_by,
      assigned_at, received_from_task, status, completed, completed_on, result_note, quality_faults, late_events, quality_excused, late_excused,
      excuse_reason, excused_by, judged_by, closing_reason)
    select ${tenantId}::uuid, r.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, person_id uuid, unit_id uuid, product_id uuid, title text,
      coefficient text, origin text, month date, assigned integer, deadline date, assigned_by uuid, assigned_at timestamptz, received_from_task uuid,
      status text, completed integer, completed_on date, result_note text, quality_faults integer, late_events integer, quality_excused boolean,
      late_excused boolean, excuse_reason text, excused_by uuid, judged_by uuid, closing_reason text)`.execute(tx)
}

function known<Value>(map: ReadonlyMap<string, Value>, code: string): Value {
  const value = map.get(code)
  if (value === undefined) throw new Error(`sample tasks: unknown code ${code}`)
  return value
}
