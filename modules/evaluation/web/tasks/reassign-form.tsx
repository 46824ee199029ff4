import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoad } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { DateField } from '#ui/date-field.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { PickField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { tasksText } from './messages.ts'
import { endOfMonth, monthOf } from './month.ts'
import type { Task } from './task-totals.ts'
import { useTaskAct } from './use-task-act.ts'

/** Gives a handed-back task to somebody else (article 18.1d). */
export function ReassignForm({ task, onDone }: { task: Task; onDone: () => void }) {
  const words = useText(tasksText)
  const { refusals } = useText(evaluationText)
  const { today } = useSession()
  const assignable = useLoad(evaluationRoutes.assignablePeople, {})
  const [person, setPerson] = useState<PersonId | null>(null)
  const [deadline, setDeadline] = useState<CalendarDate | null>(task.deadline >= today ? task.deadline : endOfMonth(monthOf(today)))
  const [valid, setValid] = useState(true)
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useTaskAct(
    (input: { personId: PersonId; deadline: CalendarDate }, options) =>
      call(evaluationRoutes.reassignTask, { params: { taskId: task.id }, body: { version: task.version, ...input } }, options),
    words.reassign.sent,
    onDone,
  )
  const submit = () => {
    setTried(true)
    if (person !== null && deadline !== null && valid) void act({ personId: person, deadline })
  }
  const people = assignable.data?.people.filter((one) => one.id !== task.person.id) ?? []
  return (
    <Form onSubmit={submit} submitLabel={words.reassign.send} busy={busy}>
      <p className="td-quiet td-small">{words.reassign.explain}</p>
      <ErrorNotice error={error ?? assignable.error} refusals={refusals} />
      <PickField
        label={words.reassign.person}
        value={person}
        onChange={setPerson}
        choices={people.map((one) => ({ value: one.id, label: `${one.fullName} – ${one.title}` }))}
        error={tried && person === null ? words.needed.person : undefined}
      />
      <DateField
        label={words.reassign.deadline}
        value={deadline}
        onChange={(next, state) => {
          setDeadline(next)
          setValid(state.valid)
        }}
        error={tried && deadline === null ? words.needed.date : undefined}
      />
    </Form>
  )
}
