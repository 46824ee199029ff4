import { useState } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationText } from '../messages.ts'
import { sheetText } from './messages.ts'

interface SendBackDialogProps {
  /** Who gets it back. */
  receiver: string
  send: (reason: string, options: { requestId: string }) => Promise<unknown>
  onSent: () => void
  onClose: () => void
}

/** Asks what has to be corrected and sends a sheet back with it. */
export function SendBackDialog({ receiver, send, onSent, onClose }: SendBackDialogProps) {
  const words = useText(sheetText).sendBack
  const { refusals } = useText(evaluationText)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(send, () => {
    toast(words.done)
    onSent()
    onClose()
  })
  const submit = () => {
    setTried(true)
    if (reason.trim() !== '') void act(reason.trim())
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.send} busy={busy}>
        <p>{words.explain(receiver)}</p>
        <ErrorNotice error={error} refusals={refusals} />
        <TextField
          label={words.reason}
          value={reason}
          onChange={setReason}
          multiline
          rows={3}
          maxLength={1000}
          autoFocus
          error={tried && reason.trim() === '' ? words.needed : undefined}
        />
      </Form>
    </Dialog>
  )
}
