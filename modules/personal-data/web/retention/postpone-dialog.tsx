import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { call } from '#platform/web/client.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { retentionRoutes, type Proposal } from '../../contract/retention-routes.ts'
import { personalDataText } from '../messages.ts'
import { retentionText } from './messages.ts'

/** Hoãn xóa: until when, and why. */
export function PostponeDialog({ proposal, name, onDone, onClose }: { proposal: Proposal; name: string; onDone: () => Promise<void>; onClose: () => void }) {
  const words = useText(retentionText)
  const { refusals } = useText(personalDataText)
  const [until, setUntil] = useState<CalendarDate | null>(null)
  const [reason, setReason] = useState('')
  const save = useAct(
    (body: { until: CalendarDate; reason: string }, options) => call(retentionRoutes.postponeProposal, { params: { proposalId: proposal.id }, body }, options),
    async () => {
      await onDone()
      onClose()
    },
  )
  return (
    <Dialog title={words.postponeTitle(name)} onClose={onClose}>
      <Form submitLabel={words.postpone} busy={save.busy} onSubmit={() => until !== null && reason.trim() !== '' && void save.act({ until, reason })}>
        <ErrorNotice error={save.error} refusals={refusals} />
        <DateField label={words.postponeUntil} value={until} onChange={setUntil} required />
        <TextField label={words.reason} value={reason} onChange={setReason} maxLength={1000} multiline required />
      </Form>
    </Dialog>
  )
}
