import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { RadioField } from '#ui/check-field.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { NumberField } from '#ui/number-field.tsx'
import { TextField, useOptionalLabel } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { registerRoutes } from '../../contract/register-routes.ts'
import { personalDataText } from '../messages.ts'
import type { RegisterLine } from './register-parts.tsx'

/** Quy định thời hạn lưu: the period and the document that sets it. */
export function PeriodDialog({ line, onClose }: { line: RegisterLine; onClose: () => void }) {
  const words = useText(personalDataText)
  const language = useLanguage()
  const refresh = useRefresh()
  const [keep, setKeep] = useState<'months' | 'forEver'>('months')
  const [months, setMonths] = useState<string | null>(null)
  const [from, setFrom] = useState<CalendarDate | null>(null)
  const [groundIssuer, setGroundIssuer] = useState('')
  const [groundNumber, setGroundNumber] = useState('')
  const [groundDate, setGroundDate] = useState<CalendarDate | null>(null)
  const [note, setNote] = useState('')
  const save = useAct(
    (body: Parameters<typeof call<typeof registerRoutes.setPeriod>>[1]['body'], options) => call(registerRoutes.setPeriod, { body }, options),
    async () => {
      await refresh(registerRoutes.register)
      toast(words.periodSet)
      onClose()
    },
  )
  const submit = () => {
    if (from === null || groundDate === null || groundIssuer.trim() === '' || groundNumber.trim() === '' || (keep === 'months' && months === null)) return
    void save.act({ recordClass: line.recordClass, months: keep === 'months' ? Number(months) : null, from, groundIssuer, groundNumber, groundDate, note })
  }
  return (
    <Dialog title={words.setFor(line.shipped.name[language])} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.setPeriod} busy={save.busy}>
        <ErrorNotice error={save.error} refusals={words.refusals} />
        <RadioField label={words.keep} value={keep} onChange={setKeep} choices={[{ value: 'months', label: words.keepMonths }, { value: 'forEver', label: words.forEver }]} />
        {keep === 'months' && <NumberField label={words.months} hint={words.monthsHint(line.shortest)} value={months} onChange={setMonths} places={0} min={String(Math.max(1, line.shortest))} max="1200" required />}
        <DateField label={words.from} value={from} onChange={setFrom} required />
        <TextField label={words.groundIssuer} value={groundIssuer} onChange={setGroundIssuer} maxLength={200} required />
        <Columns>
          <TextField label={words.groundNumber} value={groundNumber} onChange={setGroundNumber} maxLength={60} required />
          <DateField label={words.groundDate} value={groundDate} onChange={setGroundDate} required />
        </Columns>
        <TextField label={useOptionalLabel(words.note)} value={note} onChange={setNote} maxLength={1000} multiline />
      </Form>
    </Dialog>
  )
}
