import { Button } from '@mantine/core'
import { IconPaperclip } from '#ui/icons.tsx'
import type { ReactNode } from 'react'
import type { TaskId } from '#kernel/id.ts'
import { useUnsent } from '#platform/web/offline/use-unsent.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { useText } from '#ui/text.ts'
import { evaluationText } from '../messages.ts'
import { taskResultKey } from '../offline/send-task-result.ts'
import { tasksText } from './messages.ts'
import { formActs, useActWords, type FormAct } from './task-dialog.tsx'
import { TaskDeadline, TaskStatusBadge, useConvertedText, useQuantityText } from './task-facts.tsx'
import type { Task } from './task-totals.ts'
import c from './tasks.module.css'

interface TaskTableProps {
  tasks: readonly Task[]
  showPerson: boolean
  onOpen: (taskId: TaskId, act?: FormAct) => void
  empty: ReactNode
  more: { readonly loading: boolean; readonly onMore: () => void } | undefined
  refreshing: boolean
}

/** Acts offered in the row itself; the others are inside the task. */
const rowActs: readonly FormAct[] = formActs.filter((act) => act !== 'hand_back' && act !== 'cancel')

/** Tasks in a list; the title opens the task, the button does the next thing. */
export function TaskTable({ tasks, showPerson, onOpen, empty, more, refreshing }: TaskTableProps) {
  const words = useText(tasksText)
  const { taskOrigin } = useText(evaluationText)
  const names = useActWords()
  const quantity = useQuantityText()
  const convertedText = useConvertedText()
  const unsentResults = new Set(useUnsent().unsent.map((lane) => lane.key))
  const columns: Column<Task>[] = [
    {
      key: 'task',
      header: words.task,
      lead: true,
      cell: (task) => (
        <div className={c.task}>
          <button type="button" className={c.title} onClick={() => onOpen(task.id)}>
            {task.title}
          </button>
          <span className={c.detail}>
            {task.product?.code}
            {unsentResults.has(taskResultKey(task.id)) && <StatusBadge tone="warn">{words.unsent.badge}</StatusBadge>}
            {task.origin !== 'assigned' && <StatusBadge tone="info">{taskOrigin[task.origin]}</StatusBadge>}
            {task.evidence.length > 0 && (
              <span className={c.clip}>
                <IconPaperclip size={14} aria-hidden="true" />
                <span className="td-hidden-text">{words.evidence.title}: </span>
                {task.evidence.length}
              </span>
            )}
          </span>
        </div>
      ),
    },
    ...(showPerson ? [{ key: 'person', header: words.person, width: '140px', cell: (task: Task) => task.person.fullName }] : []),
    { key: 'deadline', header: words.deadline, width: '120px', cell: (task) => <TaskDeadline task={task} /> },
    { key: 'quantity', header: words.quantity, width: '110px', cell: quantity },
    { key: 'converted', header: words.converted, width: '110px', cell: (task) => <span className={c.sum}>{convertedText(task)}</span> },
    { key: 'status', header: words.status, width: '125px', cell: (task) => <TaskStatusBadge status={task.status} /> },
    {
      key: 'actions',
      header: words.actions,
      width: '120px',
      cell: (task) => {
        const next = rowActs.find((act) => task.can.includes(act))
        // A confirmed task may be judged again, but that is not its next step.
        if (next === undefined || (next === 'judge' && task.status === 'confirmed')) return null
        return (
          <Button size="compact-sm" variant={task.status === 'open' || next !== 'report' ? 'light' : 'subtle'} onClick={() => onOpen(task.id, next)}>
            {names[next].button}
          </Button>
        )
      },
    },
  ]
  return (
    <DataTable
      caption={words.listOf}
      columns={columns}
      rows={tasks}
      rowKey={(task) => task.id}
      empty={empty}
      more={more}
      refreshing={refreshing}
    />
  )
}
