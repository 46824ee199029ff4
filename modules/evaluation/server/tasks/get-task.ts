import { refuse } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { maySeeTask } from '../../domain/task-policy.ts'
import { namedSuperior } from './named-superior.ts'
import { selectTasks, taskOf } from './task-rows.ts'
import { unitsOfDay } from './task-scope.ts'
import { viewsOf } from './task-views.ts'

/** One task with its evidence, for its subject, the heads above and the officer; another's is noted in the ledger. */
export const getTask = query(taskRoutes.getTask, async ({ params, actor, read, today, recordList }) => {
  const row = await selectTasks(read, actor.tenantId).where('t.id', '=', params.taskId).executeTakeFirst()
  if (row === undefined) return refuse('platform.not-found')
  const task = taskOf(row)
  const day = await unitsOfDay(read, actor.tenantId, today)
  const isNamed = await namedSuperior(read, actor, [task.personId])
  if (!maySeeTask(actor, task.personId, day.lineageOf(task.unitId), isNamed(task.personId, task.month))) return refuse('platform.not-found')
  if (task.personId !== actor.personId) recordList({ action: 'evaluation.task.read', subject: { kind: 'task', id: task.id }, about: [task.personId] })
  const [view] = await viewsOf(read, actor, day, [task])
  return view ?? refuse('platform.not-found')
})
