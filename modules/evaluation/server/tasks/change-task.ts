import type { Updateable } from 'kysely'
import type { EvaluationTask } from '#database/types.ts'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, ProductId, TaskId, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { rightsOverTask } from '../../domain/task-policy.ts'
import { requireVersion, type TaskState } from '../../domain/task-decisions.ts'
import type { TaskOrigin, TaskRight, TaskStatus } from '../../domain/task.ts'
import { namedSuperior } from './named-superior.ts'
import { requirePeriodOpen } from './period-open.ts'
import { unitsOfDay } from './task-scope.ts'

/** A task locked for change. */
export interface LockedTask extends TaskState {
  readonly id: TaskId
  readonly personId: PersonId
  readonly unitId: UnitId
  readonly productId: ProductId | null
  readonly title: string
  readonly coefficient: string
  readonly month: CalendarDate
}

interface Change {
  readonly actor: Actor
  readonly tx: Tx<'evaluation'>
  readonly read: Reader
  readonly today: CalendarDate
}

/**
 * Locks a task for somebody who is `right` to it. A task that is not theirs, and one of their own they may not judge,
 * do not exist for them. Refuses when its period is closed.
 */
export async function taskToChange({ actor, tx, read, today }: Change, taskId: TaskId, right: TaskRight): Promise<LockedTask> {
  const task = await lockTask(tx, actor.tenantId, taskId)
  const day = await unitsOfDay(read, actor.tenantId, today)
  const isNamed = await namedSuperior(read, actor, [task.personId])
  if (!rightsOverTask(actor, task.personId, day.lineageOf(task.unitId), isNamed(task.personId, task.month)).has(right)) refuse('platform.not-found')
  await requirePeriodOpen(tx, actor.tenantId, [task.personId], task.month)
  return task
}

/** {@link taskToChange} for somebody who saw it at this version. */
export async function taskAtVersion(change: Change, taskId: TaskId, right: TaskRight, version: number): Promise<LockedTask> {
  const task = await taskToChange(change, taskId, right)
  requireVersion(task, version)
  return task
}

async function lockTask(tx: Tx<'evaluation'>, tenantId: TenantId, id: TaskId): Promise<LockedTask> {
  const row = await tx.selectFrom('evaluation_task').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) return refuse('platform.not-found')
  return {
    id,
    version: row.version,
    status: row.status as TaskStatus,
    origin: row.origin as TaskOrigin,
    assigned: row.assigned,
    completed: row.completed,
    completedOn: row.completed_on as CalendarDate | null,
    personId: row.person_id as PersonId,
    unitId: row.unit_id as UnitId,
    productId: row.product_id as ProductId | null,
    title: row.title,
    coefficient: row.coefficient,
    month: row.month as CalendarDate,
  }
}

/** Stores a change of a locked task and returns its new version. */
export async function saveTask(tx: Tx<'evaluation'>, tenantId: TenantId, task: LockedTask, set: Omit<Updateable<EvaluationTask>, 'version' | 'tenant_id' | 'id'>): Promise<number> {
  const version = task.version + 1
  await tx
    .updateTable('evaluation_task')
    .set({ ...set, version })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', task.id)
    .execute()
  return version
}
