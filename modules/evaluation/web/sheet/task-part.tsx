import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { taskList } from '../../domain/sheet-lists.ts'
import { places } from '../places.ts'
import { tasksText } from '../tasks/messages.ts'
import { TaskDialog } from '../tasks/task-dialog.tsx'
import { TaskStatusBadge, useConvertedText, useQuantityText } from '../tasks/task-facts.tsx'
import { TaskTotalsBar } from '../tasks/task-totals-bar.tsx'
import type { Task } from '../tasks/task-totals.ts'
import { sheetText } from './messages.ts'
import sheet from './sheet.module.css'
import c from '../tasks/tasks.module.css'

/** The tasks of the period with their results: what the task points are computed from, or something to look at beside points given by hand. Each opens; a superior judges it there. */
export function TaskPart({ rulebook, tasks, mine }: { rulebook: CompiledRulebook; tasks: readonly Task[]; mine: boolean }) {
  const words = useText(sheetText).tasks
  const names = useText(tasksText)
  const quantity = useQuantityText()
  const convertedText = useConvertedText()
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const [opened, setOpened] = useState<Task['id']>()
  const unconfirmed = tasks.filter((task) => task.status === 'open' || task.status === 'reported' || task.status === 'proposed').length
  const columns: Column<Task>[] = [
    {
      key: 'task',
      header: names.task,
      lead: true,
      cell: (task) => (
        <button type="button" className={c.title} onClick={() => setOpened(task.id)}>
          {task.title}
        </button>
      ),
    },
    { key: 'quantity', header: names.quantity, width: '110px', cell: quantity },
    { key: 'converted', header: names.converted, width: '110px', cell: (task) => <span className={c.sum}>{convertedText(task)}</span> },
    { key: 'faults', header: words.faults, width: '110px', cell: (task) => `${task.qualityFaults} / ${task.lateEvents}` },
    { key: 'status', header: names.status, width: '140px', cell: (task) => <TaskStatusBadge status={task.status} /> },
  ]
  const counted = rulebook.lists.some((list) => list.id === taskList)
  if (!counted && tasks.length === 0) return null
  const table = <DataTable caption={words.list} columns={columns} rows={tasks} rowKey={(task) => task.id} />
  return (
    <Section title={counted ? words.title : words.list} description={counted ? words.note : words.noteBeside} actions={<ButtonLink {...places.tasks(mine ? undefined : { who: 'mine' })} variant="subtle" size="compact-sm">{words.toTasks}</ButtonLink>}>
      {tasks.length === 0 ? (
        <Notice tone="warn">
          <p>{words.none}</p>
        </Notice>
      ) : (
        <>
          <TaskTotalsBar tasks={tasks} partial={false} />
          {unconfirmed > 0 && <p className="td-small">{words.waiting(unconfirmed)}</p>}
          {narrow ? (
            <details>
              <summary className={sheet.fold}>{words.show(tasks.length)}</summary>
              {table}
            </details>
          ) : (
            table
          )}
        </>
      )}
      {opened !== undefined && (
        <TaskDialog key={opened} taskId={opened} task={tasks.find((task) => task.id === opened)} act={undefined} onClose={() => setOpened(undefined)} />
      )}
    </Section>
  )
}
