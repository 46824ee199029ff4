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
import type { SubjectSheet } from '../sheet/sheet-content.ts'
import { planText } from './messages.ts'

interface SettleDialogProps {
  data: SubjectSheet
  version: number
  act: 'approve' | 'return'
  onClose: () => void
}

/** Approves a plan, or sends it back with the reason. */
export function SettleDialog({ data, version, act: wanted, onClose }: SettleDialogProps) {
  const words = useText(planText)
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const returns = wanted === 'return'
  const { act, busy, error } = useAct(
    (text: string, options) => call(evaluationRoutes.settlePlan, { params: { campaignId: data.campaign.id, personId: data.subject.person.id }, body: { version, act: wanted, reason: text } }, options),
    () => {
      toast(returns ? words.sentBack : words.approved)
      void refresh(evaluationRoutes.getSheet, evaluationRoutes.myWork)
      onClose()
    },
  )
  const blank = returns && reason.trim() === ''
  const submit = () => {
    setTried(true)
    if (!blank) void act(reason.trim())
  }
  return (
    <Dialog title={returns ? words.sendBackTitle : words.approveTitle} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={returns ? words.sendBack : words.approve} busy={busy}>
        <ErrorNotice error={error} refusals={refusals} />
        {returns ? (
          <TextField label={words.reason} value={reason} onChange={setReason} multiline rows={3} maxLength={1000} autoFocus error={tried && blank ? words.reasonNeeded : undefined} />
        ) : (
          <p>{words.approveBody(data.subject.person.fullName)}</p>
        )}
      </Form>
    </Dialog>
  )
}
