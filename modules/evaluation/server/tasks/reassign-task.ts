import type { TaskId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { command } from '#platform/http/handler.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { monthOf, nextStatus } from '../../domain/task-decisions.ts'
import { assignableTo } from './assignable.ts'
import { saveTask, taskAtVersion } from './change-task.ts'
import { requirePeriodOpen } from './period-open.ts'

/**
 * Gives a handed-back task to somebody else as a new task beyond that person's plan (article 18.1d). The first one
 * stays with who handed it back; one handed-back task becomes one received task at most.
 */
export const reassignTask = command(taskRoutes.reassignTask, async (context) => {
  const { params, body, actor, tx, read, now, today, newId, record } = context
  const { tenantId } = actor
  const task = await taskAtVersion(context, params.taskId, 'assigner', body.version)
  const status = nextStatus(task, 'reassign')
  if (body.personId === task.personId) refuse('evaluation.task.same-person', { personId: body.personId })
  const taken = await takenBy(read, tenantId, task.id)
  if (taken !== undefined) refuse('evaluation.task.already-reassigned', taken)
  const assignable = (await assignableTo(read, actor, today, [body.personId])).get(body.personId)
  if (assignable === undefined) return refuse('evaluation.task.not-yours', { personIds: [body.personId] })
  const month = monthOf(body.deadline)
  await requirePeriodOpen(tx, tenantId, [body.personId], month)
  const taskId = newId<'task'>()
  await tx
    .insertInto('evaluation_task')
    .values({
      tenant_id: tenantId,
      id: taskId,
      person_id: body.personId,
      unit_id: assignable.unitId,
      product_id: task.productId,
      title: task.title,
      coefficient: task.coefficient,
      origin: 'received',
      month,
      assigned: task.assigned,
      deadline: body.deadline,
      assigned_by: actor.personId,
      assigned_at: now,
      received_from_task: task.id,
      status: 'open',
    })
    .execute()
  const version = await saveTask(tx, tenantId, task, { status })
  record({ action: 'evaluation.task.reassigned', subject: { kind: 'task', id: task.id }, data: { version, taskId, personId: body.personId, deadline: body.deadline } })
  return { taskId }
})

async function takenBy(read: Reader, tenantId: TenantId, taskId: TaskId): Promise<{ taskId: string; personId: string } | undefined> {
  const row = await read
    .selectFrom('evaluation_task')
    .select(['id', 'person_id'])
    .where('tenant_id', '=', tenantId)
    .where('received_from_task', '=', taskId)
    .where('status', '<>', 'cancelled')
    .executeTakeFirst()
  return row === undefined ? undefined : { taskId: row.id, personId: row.person_id }
}
