import type { TaskId } from '#kernel/id.ts'
import type { InputOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import type { Lane, Outbox, Sender, WorkAbout } from '#platform/web/offline/outbox.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { places } from '../places.ts'
import type { Task } from '../tasks/task-totals.ts'
import { sentWords } from './work-words.ts'

/** What the cadre records of a task (article 18.2). */
export type TaskResult = Omit<InputOf<typeof taskRoutes.reportTask>['body'], 'version'>

/** Where the result of a task waits in the outbox. */
export function taskResultKey(taskId: string): string {
  return `task/${taskId}`
}

/** The result of a task as work of the outbox; one that already waits is changed, not joined by a second. */
export function taskResultLane(outbox: Outbox, task: Task): Lane<TaskResult> {
  const about: WorkAbout = { kind: 'evaluation.task-result', params: { taskId: task.id }, title: sentWords.taskResult, detail: task.title, place: `${places.tasks().to}?task=${task.id}` }
  return outbox.lane<TaskResult>(taskResultKey(task.id), about, { value: resultOf(task), version: task.version })
}

/** What is recorded of a task now. */
export function resultOf(task: Pick<Task, 'completed' | 'completedOn' | 'resultNote'>): TaskResult {
  return { completed: task.completed, completedOn: task.completedOn, note: task.resultNote }
}

/** Records the result of a task. */
export const sendTaskResult: Sender = (params, value, { requestId, version, signal }) =>
  call(taskRoutes.reportTask, { params: { taskId: params['taskId'] as TaskId }, body: { version, ...(value as TaskResult) } }, { requestId, ...(signal ? { signal } : {}) })
