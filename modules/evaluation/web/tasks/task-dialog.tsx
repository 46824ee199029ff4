import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useLoad } from '#platform/web/load.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { useText } from '#ui/text.ts'
import type { TaskAct } from '../../domain/task.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { ApproveForm } from './approve-form.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { JudgeForm } from './judge-form.tsx'
import { tasksText } from './messages.ts'
import { ReasonForm } from './reason-form.tsx'
import { ReassignForm } from './reassign-form.tsx'
import { ReportForm } from './report-form.tsx'
import { TaskFacts } from './task-facts.tsx'
import type { Task } from './task-totals.ts'
import { UnsentResult, useUnsentResult } from './unsent-result.tsx'

/** Acts that open a form of their own; evidence is added in the task itself. */
export const formActs = ['report', 'judge', 'approve', 'reassign', 'hand_back', 'cancel'] as const satisfies readonly TaskAct[]
export type FormAct = (typeof formActs)[number]

/** The words of an act's button and box. */
export function useActWords(): Record<FormAct, { readonly button: string; readonly title: string }> {
  const { report, judge, approve, reassign, handBack, cancel } = useText(tasksText)
  return { report, judge, approve, reassign, hand_back: handBack, cancel }
}

interface TaskDialogProps {
  taskId: Task['id']
  /** Already read by the list; read by id otherwise. */
  task: Task | undefined
  act: FormAct | undefined
  onClose: () => void
}

/** One task: what it is, its evidence, and the forms of what may be done with it now. */
export function TaskDialog({ taskId, task, act: firstAct, onClose }: TaskDialogProps) {
  const words = useText(tasksText)
  const names = useActWords()
  const [chosen, setChosen] = useState<FormAct | undefined>(firstAct)
  const loaded = useLoad(evaluationRoutes.getTask, { params: { taskId } }, { keep: true })
  const { lane, conflict } = useUnsentResult(taskId)
  const now = loaded.data?.id === taskId ? loaded.data : task
  if (now === undefined) {
    return (
      <Dialog title={words.task} onClose={onClose}>
        {loaded.error ? <ErrorNotice error={loaded.error} onRetry={() => void loaded.refetch()} /> : <LoadingRows rows={4} />}
      </Dialog>
    )
  }
  // A result that waits to be sent is changed in its form; one that must be compared first has none.
  const wanted = chosen ?? (lane === undefined ? undefined : 'report')
  const act = wanted !== undefined && now.can.includes(wanted) && !conflict ? wanted : undefined
  const others = formActs.filter((one) => one !== act && now.can.includes(one) && !(conflict && one === 'report'))
  return (
    <Dialog title={act === undefined ? words.task : names[act].title} onClose={onClose}>
      <div className="td-stack">
        <UnsentResult task={now} />
        <TaskFacts task={now} brief={act !== undefined || conflict} />
        {act !== undefined && <ActForm key={`${act} ${now.version}`} act={act} task={now} onDone={onClose} />}
        <EvidenceList task={now} />
        {others.length > 0 && (
          <div className="td-row">
            {others.map((one) => (
              <Button key={one} variant={act === undefined && one === others[0] ? 'filled' : 'default'} size="sm" onClick={() => setChosen(one)}>
                {names[one].button}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Dialog>
  )
}

function ActForm({ act, task, onDone }: { act: FormAct; task: Task; onDone: () => void }) {
  const { handBack, cancel } = useText(tasksText)
  const version = task.version
  const params = { taskId: task.id }
  switch (act) {
    case 'report':
      return <ReportForm task={task} onDone={onDone} />
    case 'judge':
      return <JudgeForm task={task} onDone={onDone} />
    case 'approve':
      return <ApproveForm task={task} onDone={onDone} />
    case 'reassign':
      return <ReassignForm task={task} onDone={onDone} />
    case 'hand_back':
      return (
        <ReasonForm
          explain={handBack.explain}
          label={handBack.reason}
          submitLabel={handBack.send}
          said={handBack.sent}
          send={(reason, options) => call(evaluationRoutes.handBackTask, { params, body: { version, reason } }, options)}
          onDone={onDone}
        />
      )
    case 'cancel':
      return (
        <ReasonForm
          explain={cancel.explain}
          label={cancel.reason}
          submitLabel={cancel.send}
          said={cancel.sent}
          send={(reason, options) => call(evaluationRoutes.cancelTask, { params, body: { version, reason } }, options)}
          onDone={onDone}
        />
      )
  }
}
