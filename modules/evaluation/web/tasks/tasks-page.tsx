import { Button } from '@mantine/core'
import { IconBolt, IconPlus } from '#ui/icons.tsx'
import { useState } from 'react'
import type { TaskId } from '#kernel/id.ts'
import { useLoad, useLoadPages } from '#platform/web/load.ts'
import { useMay, useSession } from '#platform/web/session.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { choiceFilter, textFilter, useFilters } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { ReadNotice } from '#ui/read-notice.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { PickField, SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { taskOrigins, taskStatuses } from '../../domain/task.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { AdHocDialog } from './ad-hoc-dialog.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { tasksText } from './messages.ts'
import { MonthField } from './month-field.tsx'
import { monthOf, readMonth, writeMonth } from './month.ts'
import { ownTasksInput } from './own-work.ts'
import { TaskDialog, type FormAct } from './task-dialog.tsx'
import { TaskTable } from './task-table.tsx'
import { TaskTotalsBar } from './task-totals-bar.tsx'
import { UnsentTasks } from './unsent-tasks.tsx'
import c from './tasks.module.css'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const filters = {
  who: choiceFilter(['mine']),
  month: textFilter(),
  status: choiceFilter(taskStatuses),
  origin: choiceFilter(taskOrigins),
  person: textFilter(),
  q: textFilter(),
  task: textFilter(),
}

/** Nhiệm vụ: own tasks of a month, or those of people under the actor; everything is done from the list. */
export function TasksPage() {
  const words = useText(tasksText)
  const { taskStatus, taskOrigin } = useText(evaluationText)
  const { today, personId } = useSession()
  const mayAssign = useMay('evaluation:assign')
  const maySelf = useMay('evaluation:self') && personId !== null
  const { values, set, clear } = useFilters(filters)
  const [dialog, setDialog] = useState<'ad_hoc' | 'assign'>()
  const [act, setAct] = useState<FormAct>()
  const current = monthOf(today)
  const month = values.month === 'all' ? undefined : (readMonth(values.month) ?? current)
  const theirs = values.who === 'mine' || !maySelf
  const who = theirs ? 'mine' : 'me'
  const person = theirs && values.person !== undefined && uuid.test(values.person) ? values.person : undefined
  const assignable = useLoad(evaluationRoutes.assignablePeople, {}, { enabled: theirs && mayAssign })
  const tasks = useLoadPages(evaluationRoutes.listTasks, {
    query: {
      ...ownTasksInput(month).query,
      who,
      ...(person === undefined ? {} : { personId: person }),
      ...(values.status === undefined ? {} : { status: values.status }),
      ...(values.origin === undefined ? {} : { origin: values.origin }),
      ...(values.q === undefined ? {} : { search: values.q.slice(0, 100) }),
    },
  }, { keep: values.q === undefined })
  const open = (taskId: TaskId, firstAct?: FormAct) => {
    setAct(firstAct)
    set({ task: taskId })
  }
  const openTask = values.task !== undefined && uuid.test(values.task) ? (values.task as TaskId) : undefined
  const narrowed = [person, values.status, values.origin, values.q].filter((value) => value !== undefined).length
  return (
    <Page
      title={words.title}
      description={words.description}
      actions={
        <>
          {mayAssign && (
            <Button variant={theirs ? 'filled' : 'default'} leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setDialog('assign')}>
              {words.assign.button}
            </Button>
          )}
          {maySelf && (
            <Button variant={theirs ? 'default' : 'filled'} leftSection={<IconBolt size={18} aria-hidden="true" />} onClick={() => setDialog('ad_hoc')}>
              {words.adHoc.button}
            </Button>
          )}
        </>
      }
    >
      <div className={c.bar}>
        {mayAssign && maySelf && (
          <div className={c.whose} role="group" aria-label={words.whose}>
            <Button variant={theirs ? 'default' : 'light'} aria-pressed={!theirs} onClick={() => set({ who: undefined, person: undefined })}>
              {words.me}
            </Button>
            <Button variant={theirs ? 'light' : 'default'} aria-pressed={theirs} onClick={() => set({ who: 'mine' })}>
              {words.mine}
            </Button>
          </div>
        )}
        <MonthField
          value={month}
          current={current}
          onChange={(next) => set({ month: next === undefined ? 'all' : next === current ? undefined : writeMonth(next) })}
        />
      </div>
      <FilterBar active={narrowed} onClear={clear}>
        <SearchField value={values.q ?? ''} onChange={(q) => set({ q: q === '' ? undefined : q })} label={words.search} placeholder={words.searchHint} />
        {theirs && assignable.data !== undefined && (
          <PickField
            label={words.person}
            value={person ?? null}
            onChange={(chosen) => set({ person: chosen ?? undefined })}
            choices={assignable.data.people.map((one) => ({ value: String(one.id), label: one.fullName }))}
          />
        )}
        <SelectField
          label={words.status}
          value={values.status ?? null}
          onChange={(status) => set({ status: status ?? undefined })}
          choices={taskStatuses.map((status) => ({ value: status, label: taskStatus[status] }))}
          none={words.any}
        />
        <SelectField
          label={words.origin}
          value={values.origin ?? null}
          onChange={(origin) => set({ origin: origin ?? undefined })}
          choices={taskOrigins.map((origin) => ({ value: origin, label: taskOrigin[origin] }))}
          none={words.any}
        />
      </FilterBar>
      <ReadNotice error={tasks.error} readAt={tasks.readAt} onRetry={tasks.retry} />
      {!theirs && <UnsentTasks />}
      {tasks.loading && <LoadingRows rows={8} />}
      {!tasks.loading && (person !== undefined ? narrowed === 1 : !theirs && narrowed === 0) && month !== undefined && tasks.items.length > 0 && (
        <TaskTotalsBar tasks={tasks.items} partial={tasks.more !== undefined} />
      )}
      {!tasks.loading && (tasks.error === null || tasks.readAt > 0) && (
        <TaskTable
          tasks={tasks.items}
          showPerson={theirs}
          onOpen={open}
          more={tasks.more}
          refreshing={tasks.refreshing}
          empty={
            <EmptyState title={theirs ? words.emptyTheirs : words.emptyMine}>{theirs ? words.emptyTheirsBody : words.emptyMineBody}</EmptyState>
          }
        />
      )}
      {dialog === 'ad_hoc' && <AdHocDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'assign' && <AssignDialog month={month} onClose={() => setDialog(undefined)} />}
      {openTask !== undefined && (
        <TaskDialog
          key={openTask}
          taskId={openTask}
          task={tasks.items.find((task) => task.id === openTask)}
          act={act}
          onClose={() => {
            setAct(undefined)
            set({ task: undefined })
          }}
        />
      )}
    </Page>
  )
}
