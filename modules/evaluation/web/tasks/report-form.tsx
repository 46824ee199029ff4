import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { call } from '#platform/web/client.ts'
import { useSession } from '#platform/web/session.ts'
import { DateField } from '#ui/date-field.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { NumberField } from '#ui/number-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { tasksText } from './messages.ts'
import type { Task } from './task-totals.ts'
import { useTaskAct } from './use-task-act.ts'

interface Entries {
  completed: number
  completedOn: CalendarDate | null
  note: string
}

/** Records the result of a task (article 18.2). A first result is proposed as all done today: two clicks in the usual case. */
export function ReportForm({ task, onDone }: { task: Task; onDone: () => void }) {
  const words = useText(tasksText)
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const { today } = useSession()
  const first = task.status === 'open'
  const [completed, setCompleted] = useState<string | null>(String(first ? task.assigned : task.completed))
  const [date, setDate] = useState<CalendarDate | null>(first ? today : task.completedOn)
  const [note, setNote] = useState(task.resultNote)
  const [valid, setValid] = useState({ completed: true, date: true })
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useTaskAct(
    (entries: Entries, options) => call(evaluationRoutes.reportTask, { params: { taskId: task.id }, body: { version: task.version, ...entries } }, options),
    words.report.sent,
    onDone,
  )
  const dateMissing = completed !== null && completed !== '0' && date === null
  const submit = () => {
    setTried(true)
    if (completed === null || dateMissing || !valid.completed || !valid.date) return
    void act({ completed: Number(completed), completedOn: date, note: note.trim() })
  }
  return (
    <Form onSubmit={submit} submitLabel={words.report.send} busy={busy}>
      <ErrorNotice error={error} refusals={refusals} />
      <Columns>
        <NumberField
          label={words.report.done}
          hint={words.report.of(showDecimal(task.assigned, language), task.product?.unitOfCount ?? '')}
          value={completed}
          places={0}
          min="0"
          max={String(task.assigned)}
          onChange={(next, state) => {
            setCompleted(next)
            setValid({ ...valid, completed: state.valid })
          }}
          error={tried && completed === null ? words.needed.count : undefined}
        />
        <DateField
          label={words.report.on}
          hint={words.report.onHint}
          value={date}
          max={today}
          onChange={(next, state) => {
            setDate(next)
            setValid({ ...valid, date: state.valid })
          }}
          error={tried && dateMissing ? words.needed.date : undefined}
        />
      </Columns>
      <TextField label={words.report.note} value={note} onChange={setNote} multiline rows={2} maxLength={2000} />
    </Form>
  )
}
