import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { call } from '#platform/web/client.ts'
import { useSession } from '#platform/web/session.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { evaluationText } from '../messages.ts'
import { rulebooksText } from './messages.ts'
import type { Edition, EditionDraft } from './use-edition-draft.ts'

interface IssueDialogProps {
  edition: Edition
  draft: EditionDraft
  onDone: () => void
  onClose: () => void
}

/** Takes the number, date and signer of the document and its validity, then freezes the text. */
export function IssueDialog({ edition, draft, onDone, onClose }: IssueDialogProps) {
  const words = useText(rulebooksText).issue
  const { refusals } = useText(evaluationText)
  const { today } = useSession()
  const [documentNumber, setNumber] = useState('')
  const [documentDate, setDate] = useState<CalendarDate | null>(today)
  const [signer, setSigner] = useState('')
  const [validFrom, setFrom] = useState<CalendarDate | null>(today)
  const [validTo, setTo] = useState<CalendarDate | null>(null)
  const [tried, setTried] = useState(false)
  const passes = draft.check?.passes === true && !draft.checking
  const { act, busy, error } = useAct(
    (body: { documentNumber: string; documentDate: CalendarDate; signer: string; validFrom: CalendarDate; validTo: CalendarDate | null }, options) =>
      call(editionRoutes.issueEdition, { params: { editionId: edition.id }, body: { version: draft.version, ...body } }, options),
    () => {
      toast(words.done)
      onDone()
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    if (!passes || documentNumber.trim() === '' || signer.trim() === '' || documentDate === null || validFrom === null) return
    void act({ documentNumber: documentNumber.trim(), documentDate, signer: signer.trim(), validFrom, validTo })
  }
  const needed = (empty: boolean) => (tried && empty ? words.needed : undefined)
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.submit} busy={busy}>
        <p className="td-quiet td-small">{words.body}</p>
        {!passes && <Notice tone="warn">{draft.check !== undefined && !draft.check.passes ? words.faulty : words.unsaved}</Notice>}
        <TextField label={words.number} value={documentNumber} onChange={setNumber} maxLength={100} autoFocus error={needed(documentNumber.trim() === '')} />
        <TextField label={words.signer} value={signer} onChange={setSigner} maxLength={200} error={needed(signer.trim() === '')} />
        <Columns>
          <DateField label={words.date} value={documentDate} onChange={setDate} max={today} error={needed(documentDate === null)} />
          <DateField label={words.from} value={validFrom} onChange={setFrom} error={needed(validFrom === null)} />
          <DateField label={words.to} value={validTo} onChange={setTo} {...(validFrom === null ? {} : { min: validFrom })} />
        </Columns>
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
