import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { evaluationText } from '../messages.ts'
import { rulebooksText } from './messages.ts'
import type { Edition } from './use-edition-draft.ts'

/** Takes the reason, then no new campaign is offered this version. */
export function RetireDialog({ edition, onDone, onClose }: { edition: Edition; onDone: () => void; onClose: () => void }) {
  const words = useText(rulebooksText).retire
  const { needed } = useText(rulebooksText).issue
  const { refusals } = useText(evaluationText)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (text: string, options) => call(editionRoutes.retireEdition, { params: { editionId: edition.id }, body: { version: edition.version, reason: text } }, options),
    () => {
      toast(words.done)
      onDone()
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    if (reason.trim() !== '') void act(reason.trim())
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.submit} busy={busy}>
        <p>{words.body}</p>
        <TextField label={words.reason} value={reason} onChange={setReason} maxLength={500} autoFocus error={tried && reason.trim() === '' ? needed : undefined} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
