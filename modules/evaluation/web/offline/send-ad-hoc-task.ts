import type { InputOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import type { Lane, Outbox, Sender } from '#platform/web/offline/outbox.ts'
import { taskRoutes } from '../../contract/task-routes.ts'
import { places } from '../places.ts'
import { sentWords } from './work-words.ts'

/** Unplanned work as it is written down (article 18.1d). */
export type AdHocTask = InputOf<typeof taskRoutes.addAdHocTask>['body']

/** Unplanned work as work of the outbox; each is one of its own. `id` is new for each. */
export function adHocLane(outbox: Outbox, id: string, task: AdHocTask): Lane<AdHocTask | null> {
  return outbox.lane<AdHocTask | null>(`ad-hoc/${id}`, { kind: 'evaluation.ad-hoc-task', params: {}, title: sentWords.adHoc, detail: task.title, place: places.tasks().to }, { value: null, version: 0 })
}

/** Records unplanned work; under one request id it is one task, however often it is sent. */
export const sendAdHocTask: Sender = async (_, value, { requestId, signal }) => {
  await call(taskRoutes.addAdHocTask, { body: value as AdHocTask }, { requestId, ...(signal ? { signal } : {}) })
  return { version: 1 }
}
