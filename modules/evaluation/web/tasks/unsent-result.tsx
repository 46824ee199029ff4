import { Button } from '@mantine/core'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { useUnsent } from '#platform/web/offline/use-unsent.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showDate } from '#ui/format.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { resultOf, taskResultKey, type TaskResult } from '../offline/send-task-result.ts'
import { tasksText } from './messages.ts'
import type { Task } from './task-totals.ts'
import { isChanged } from './use-task-send.ts'
import c from './unsent-result.module.css'

/** The result of this task that waits to be sent, or undefined. */
export function useUnsentResult(taskId: Task['id']) {
  const { outbox, unsent } = useUnsent()
  const lane = unsent.length === 0 ? undefined : outbox.waiting(taskResultKey(taskId))
  return { lane, result: lane?.value() as TaskResult | undefined, conflict: lane !== undefined && isChanged(lane.progress().error) }
}

/** Above a task whose result was recorded here and is not sent yet: that it waits, why it was refused, or both versions side by side. */
export function UnsentResult({ task }: { task: Task }) {
  const words = useText(tasksText).unsent
  const { refusals } = useText(evaluationText)
  const { lane, result, conflict } = useUnsentResult(task.id)
  if (lane === undefined || result === undefined) return null
  if (conflict) return <ResultConflict task={task} />
  const { status, error } = lane.progress()
  return status === 'refused' ? (
    <ErrorNotice error={error} refusals={refusals} />
  ) : (
    <Notice tone="warn">
      <p>{words.waits}</p>
    </Notice>
  )
}

function ResultConflict({ task }: { task: Task }) {
  const words = useText(tasksText)
  const { taskStatus } = useText(evaluationText)
  const refresh = useRefresh()
  const { lane, result } = useUnsentResult(task.id)
  const now = useLoad(evaluationRoutes.getTask, { params: { taskId: task.id } })
  if (lane === undefined || result === undefined) return null
  if (now.data === undefined) return now.error === null ? <LoadingRows rows={3} /> : <ErrorNotice error={now.error} onRetry={() => void now.refetch()} />
  const stored = now.data
  const again = async () => {
    // What is stored may have moved on once more: the version compared is the one shown.
    lane.rebase({ value: resultOf(stored), version: stored.version })
    await lane.flush()
    await refresh(evaluationRoutes.listTasks, evaluationRoutes.getTask, evaluationRoutes.myWork)
  }
  const side = (title: string, { completed, completedOn, note }: TaskResult, status?: string) => (
    <div className={c.side}>
      <strong>{title}</strong>
      <dl>
        <dt>{words.report.done}</dt>
        <dd>{completed}</dd>
        <dt>{words.report.on}</dt>
        <dd>{completedOn === null ? '—' : showDate(completedOn)}</dd>
        <dt>{words.report.note}</dt>
        <dd>{note === '' ? '—' : note}</dd>
        {status !== undefined && (
          <>
            <dt>{words.status}</dt>
            <dd>{status}</dd>
          </>
        )}
      </dl>
    </div>
  )
  return (
    <Notice tone="warn" title={words.unsent.changedTitle} alert>
      <p>{words.unsent.changedBody}</p>
      <div className={c.sides}>
        {side(words.unsent.mine, result)}
        {side(words.unsent.theirs, resultOf(stored), taskStatus[stored.status])}
      </div>
      <div className="td-row">
        {stored.can.includes('report') && (
          <Button size="compact-sm" onClick={() => void again()}>
            {words.unsent.keepMine}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => lane.discard()}>
          {words.unsent.keepTheirs}
        </Button>
      </div>
      {!stored.can.includes('report') && <p className="td-small">{words.unsent.closed}</p>}
    </Notice>
  )
}
