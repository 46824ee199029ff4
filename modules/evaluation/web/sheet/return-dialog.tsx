import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { sheetText } from './messages.ts'
import type { SubjectSheet } from './sheet-content.ts'

/** Sends a sheet back to the one who filled it, with what has to be corrected. */
export function ReturnDialog({ data, onClose }: { data: SubjectSheet; onClose: () => void }) {
  const words = useText(sheetText).sendBack
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const { campaign, subject, sheets } = data
  // The superior sends back the subject's sheet, the personnel body the superior's.
  const rater = subject.status === 'superior_scoring' ? 'self' : 'superior'
  const returned = sheets.find((sheet) => sheet.rater === rater)
  const receiver = rater === 'self' ? subject.person.fullName : (subject.superior?.fullName ?? '')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (text: string, options) =>
      call(evaluationRoutes.returnSheet, { params: { campaignId: campaign.id, personId: subject.person.id }, body: { version: returned?.version ?? 0, reason: text } }, options),
    () => {
      toast(words.done)
      void refresh(evaluationRoutes.getSheet, evaluationRoutes.myWork)
      onClose()
    },
  )
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
