import { useState } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { evaluationText } from '../messages.ts'
import { resultsText } from './messages.ts'

interface TextDialogProps<Output> {
  title: string
  hint: string
  submitLabel: string
  send: (text: string, options: { requestId: string }) => Promise<Output>
  onSent: (output: Output) => void
  onClose: () => void
}

/** Takes one text of the person evaluated: a response or a petition. */
export function TextDialog<Output>({ title, hint, submitLabel, send, onSent, onClose }: TextDialogProps<Output>) {
  const words = useText(resultsText).response
  const { refusals } = useText(evaluationText)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(send, onSent)
  const submit = () => {
    setTried(true)
    if (text.trim() !== '') void act(text.trim())
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={submitLabel} busy={busy}>
        <p className="td-quiet td-small">{hint}</p>
        <TextField label={words.text} value={text} onChange={setText} multiline rows={7} maxLength={4000} autoFocus error={tried && text.trim() === '' ? words.textNeeded : undefined} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
