import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { PersonField, type PickedPerson } from '#modules/organisation/web/index.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { CheckField, RadioField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { signingRoutes } from '../../contract/signing-routes.ts'
import type { ApprovalLevel } from '../../domain/approval/state.ts'
import { newsroomText } from '../messages.ts'
import { signingText } from './messages.ts'

type Body = BodyOf<typeof signingRoutes.recordDelegation>

/** Delegates one's own approval to somebody: at which level, how long, by which document. */
export function DelegateDialog({ levels, onClose }: { levels: readonly ApprovalLevel[]; onClose: () => void }) {
  const words = useText(signingText)
  const { refusals, levels: levelWords } = useText(newsroomText)
  const { today, personId } = useSession()
  const refresh = useRefresh()
  const [person, setPerson] = useState<PickedPerson | null>(null)
  const [level, setLevel] = useState<ApprovalLevel | null>(levels.length === 1 ? (levels[0] ?? null) : null)
  const [fromDay, setFromDay] = useState<CalendarDate | null>(today)
  const [toDay, setToDay] = useState<CalendarDate | null>(null)
  const [documentNumber, setDocumentNumber] = useState('')
  const [documentDate, setDocumentDate] = useState<CalendarDate | null>(null)
  const [bothLevels, setBothLevels] = useState(false)
  const [tried, setTried] = useState(false)
  const record = useAct(
    (body: Body, options) => call(signingRoutes.recordDelegation, { body }, options),
    async () => {
      toast(words.delegated(person?.fullName ?? ''))
      onClose()
      await refresh(signingRoutes.listDelegations)
    },
  )
  const backwards = fromDay !== null && toDay !== null && toDay < fromDay
  const missing = (absent: boolean, field: string) => (tried && absent ? words.needed(field) : undefined)
  const submit = () => {
    setTried(true)
    if (person === null || level === null || fromDay === null || toDay === null || documentDate === null || documentNumber.trim() === '' || backwards) return
    void record.act({ to: person.id, level, fromDay, toDay, documentNumber, documentDate, bothLevels })
  }
  return (
    <Dialog title={words.delegate} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.delegate} busy={record.busy}>
        <ErrorNotice error={record.error} refusals={refusals} />
        <PersonField label={words.person} hint={words.personHint} value={person} onChange={setPerson} required error={tried && person === null ? words.choosePerson : undefined} {...(personId === null ? {} : { except: personId })} />
        <RadioField label={words.level} value={level} onChange={setLevel} choices={levels.map((value) => ({ value, label: levelWords[value] }))} error={tried && level === null ? words.chooseLevel : undefined} />
        <Columns>
          <DateField label={words.firstDay} value={fromDay} onChange={setFromDay} min={today} required error={missing(fromDay === null, words.firstDay)} />
          <DateField label={words.lastDay} value={toDay} onChange={setToDay} required error={backwards ? words.endBeforeStart : missing(toDay === null, words.lastDay)} />
        </Columns>
        <Columns>
          <TextField label={words.documentNumber} hint={words.documentHint} value={documentNumber} onChange={setDocumentNumber} maxLength={60} required error={missing(documentNumber.trim() === '', words.documentNumber)} />
          <DateField label={words.documentDate} value={documentDate} onChange={setDocumentDate} required error={missing(documentDate === null, words.documentDate)} />
        </Columns>
        <CheckField label={words.bothLevels} value={bothLevels} onChange={setBothLevels} />
      </Form>
    </Dialog>
  )
}
