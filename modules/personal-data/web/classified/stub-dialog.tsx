import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { secrecyLevels, type SecrecyLevel } from '#kernel/secrecy.ts'
import type { InputOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { RadioField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { secrecyWords } from '#ui/refusal-words.ts'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { classifiedRoutes } from '../../contract/classified-routes.ts'
import type { StubAbout } from '../../domain/classified/stub.ts'
import { personalDataText } from '../messages.ts'
import { classifiedText } from './messages.ts'

/** Records a stub: number, date, issuer, level, where it is kept, and nothing else. */
export function StubDialog({ about, level, onClose }: { about: { kind: StubAbout; id: string }; level: SecrecyLevel | null; onClose: () => void }) {
  const words = useText(classifiedText)
  const { refusals } = useText(personalDataText)
  const levels = secrecyWords[useLanguage()]
  const { today } = useSession()
  const refresh = useRefresh()
  const [number, setNumber] = useState('')
  const [issuedOn, setIssuedOn] = useState<CalendarDate | null>(null)
  const [issuer, setIssuer] = useState('')
  const [secrecy, setSecrecy] = useState(level)
  const [keptAt, setKeptAt] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (body: InputOf<typeof classifiedRoutes.addStub>['body'], options) => call(classifiedRoutes.addStub, { body }, options),
    () => {
      void refresh(classifiedRoutes.stubsAbout, classifiedRoutes.listStubs)
      toast(words.saved)
      onClose()
    },
  )
  const missing = (value: string | null) => (tried && (value === null || value.trim() === '') ? words.needed : undefined)
  const submit = () => {
    setTried(true)
    if (number.trim() === '' || issuedOn === null || issuer.trim() === '' || secrecy === null || keptAt.trim() === '') return
    void act({ about, number, issuedOn, issuer, secrecy, keptAt })
  }
  return (
    <Dialog title={words.add} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.save} busy={busy}>
        <Columns>
          <TextField label={words.number} hint={words.numberHint} value={number} onChange={setNumber} maxLength={60} error={missing(number)} />
          <DateField label={words.issuedOn} value={issuedOn} onChange={setIssuedOn} max={today} error={missing(issuedOn)} />
        </Columns>
        <TextField label={words.issuer} value={issuer} onChange={setIssuer} maxLength={200} error={missing(issuer)} />
        <RadioField label={words.secrecy} value={secrecy} onChange={setSecrecy} choices={secrecyLevels.map((each) => ({ value: each, label: levels[each] }))} error={missing(secrecy)} />
        <TextField label={words.keptAt} hint={words.keptAtHint} value={keptAt} onChange={setKeptAt} maxLength={200} error={missing(keptAt)} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
