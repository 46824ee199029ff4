import { useState } from 'react'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { evaluationText } from '../messages.ts'
import { tasksText } from './messages.ts'
import { useTaskAct } from './use-task-act.ts'

interface ReasonFormProps {
  explain: string
  label: string
  submitLabel: string
  said: string
  send: (reason: string, options: { requestId: string }) => Promise<unknown>
  onDone: () => void
}

/** An act that takes nothing but its reason: handing back, withdrawing. */
export function ReasonForm({ explain, label, submitLabel, said, send, onDone }: ReasonFormProps) {
  const words = useText(tasksText)
  const { refusals } = useText(evaluationText)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useTaskAct(send, said, onDone)
  const submit = () => {
    setTried(true)
    if (reason.trim() !== '') void act(reason.trim())
  }
  return (
    <Form onSubmit={submit} submitLabel={submitLabel} busy={busy}>
      <p className="td-quiet td-small">{explain}</p>
      <ErrorNotice error={error} refusals={refusals} />
      <TextField
        label={label}
        value={reason}
        onChange={setReason}
        multiline
        rows={3}
        maxLength={1000}
        autoFocus
        error={tried && reason.trim() === '' ? words.needed.reason : undefined}
      />
    </Form>
  )
}
