import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { useUnsent } from '#platform/web/offline/use-unsent.ts'
import { useSession } from '#platform/web/session.ts'
import { DateField } from '#ui/date-field.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { NumberField } from '#ui/number-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { evaluationText } from '../messages.ts'
import { resultOf, taskResultLane, type TaskResult } from '../offline/send-task-result.ts'
import { tasksText } from './messages.ts'
import type { Task } from './task-totals.ts'
import { useUnsentResult } from './unsent-result.tsx'
import { useTaskSend } from './use-task-send.ts'

/** Records the result of a task (article 18.2). A first result is proposed as all done today: two clicks in the usual case. */
export function ReportForm({ task, onDone }: { task: Task; onDone: () => void }) {
  const words = useText(tasksText)
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const { today } = useSession()
  const { outbox } = useUnsent()
  const { result: unsent } = useUnsentResult(task.id)
  const first = task.status === 'open' && unsent === undefined
  const [{ completed: done, completedOn, note: said }] = useState<TaskResult>(unsent ?? resultOf(task))
  const [completed, setCompleted] = useState<string | null>(String(first ? task.assigned : done))
  const [date, setDate] = useState<CalendarDate | null>(first ? today : (completedOn as CalendarDate | null))
  const [note, setNote] = useState(said)
  const [valid, setValid] = useState({ completed: true, date: true })
  const [tried, setTried] = useState(false)
  const { send, busy, error } = useTaskSend(onDone)
  const dateMissing = completed !== null && completed !== '0' && date === null
  const submit = () => {
    setTried(true)
    if (completed === null || dateMissing || !valid.completed || !valid.date) return
    void send(taskResultLane(outbox, task), { completed: Number(completed), completedOn: date, note: note.trim() }, words.report.sent)
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
