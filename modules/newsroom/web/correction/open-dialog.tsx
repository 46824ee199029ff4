import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Id } from '#kernel/id.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useSession } from '#platform/web/session.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { showMoment } from '#ui/format.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { correctionRoutes } from '../../contract/correction-routes.ts'
import { newsroomText } from '../messages.ts'
import { correctionPlace } from '../places.ts'
import { correctionText } from './messages.ts'

interface OpenDialogProps {
  storyId: Id<'story'>
  airings: readonly { readonly id: Id<'airing'>; readonly programme: string; readonly startedAt: string }[]
  onClose: () => void
}

/** Begins a correction: of which airing, after which conclusion, received when. */
export function OpenDialog({ storyId, airings, onClose }: OpenDialogProps) {
  const words = useText(correctionText)
  const { refusals } = useText(newsroomText)
  const { today } = useSession()
  const navigate = useNavigate()
  const [airingId, setAiringId] = useState(airings.at(-1)?.id ?? null)
  const [documentNumber, setNumber] = useState('')
  const [documentIssuer, setIssuer] = useState('')
  const [documentDate, setDate] = useState<CalendarDate | null>(null)
  const [receivedOn, setReceived] = useState<CalendarDate | null>(today)
  const [tried, setTried] = useState(false)
  const open = useAct(
    (body: BodyOf<typeof correctionRoutes.openCorrection>, options) => call(correctionRoutes.openCorrection, { params: { storyId }, body }, options),
    async ({ id }) => navigate({ to: correctionPlace(id) }),
  )
  const missing = (absent: boolean, field: string) => (tried && absent ? words.needed(field) : undefined)
  const submit = () => {
    setTried(true)
    if (airingId === null || documentDate === null || receivedOn === null || documentNumber.trim() === '' || documentIssuer.trim() === '') return
    void open.act({ airingId, documentNumber, documentIssuer, documentDate, receivedOn })
  }
  return (
    <Dialog title={words.open} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.open} busy={open.busy}>
        <ErrorNotice error={open.error} refusals={refusals} />
        <SelectField label={words.airing} value={airingId} none={null} onChange={setAiringId} choices={airings.map(({ id, programme, startedAt }) => ({ value: id, label: `${showMoment(startedAt)}, ${programme}` }))} />
        <Columns>
          <TextField label={words.number} value={documentNumber} onChange={setNumber} maxLength={60} required error={missing(documentNumber.trim() === '', words.number)} />
          <TextField label={words.issuer} value={documentIssuer} onChange={setIssuer} maxLength={200} required error={missing(documentIssuer.trim() === '', words.issuer)} />
        </Columns>
        <Columns>
          <DateField label={words.documentDate} value={documentDate} onChange={setDate} max={today} required error={missing(documentDate === null, words.documentDate)} />
          <DateField label={words.receivedOn} value={receivedOn} onChange={setReceived} max={today} required error={missing(receivedOn === null, words.receivedOn)} />
        </Columns>
      </Form>
    </Dialog>
  )
}
