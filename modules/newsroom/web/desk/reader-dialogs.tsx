import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import type { ReceivedOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { NumberField } from '#ui/number-field.tsx'
import { PickField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { readerRoutes } from '../../contract/reader-routes.ts'
import { kindNames } from '../../domain/story/kind-words.ts'
import { newsroomText } from '../messages.ts'
import type { ReaderLine } from './desk-view.ts'
import { deskText } from './messages.ts'

/** After a change of readers: shows it, says it, closes. */
function useDone(onClose: () => void): () => Promise<void> {
  const words = useText(deskText)
  const refresh = useRefresh()
  return async () => {
    await refresh(readerRoutes.listReaders)
    toast(words.saved)
    onClose()
  }
}

/** Says who reads from now on. */
export function AddReaderDialog({ others, onClose }: { others: ReceivedOf<typeof readerRoutes.listReaders>['others']; onClose: () => void }) {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const { today } = useSession()
  const [personId, setPersonId] = useState<PersonId | null>(null)
  const [firstDay, setFirstDay] = useState<CalendarDate | null>(today)
  const [tried, setTried] = useState(false)
  const add = useAct((body: { personId: string; unitId: string; firstDay: string }, options) => call(readerRoutes.addReader, { body }, options), useDone(onClose))
  const chosen = others.find(({ id }) => id === personId)
  const submit = () => {
    setTried(true)
    if (chosen !== undefined && firstDay !== null) void add.act({ personId: chosen.id, unitId: chosen.unitId, firstDay })
  }
  return (
    <Dialog title={words.addReader} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.addReader} busy={add.busy}>
        <ErrorNotice error={add.error} refusals={refusals} />
        <PickField label={words.reader} value={personId} onChange={setPersonId} choices={others.map(({ id, name, unit }) => ({ value: id, label: name, detail: unit }))} error={tried && chosen === undefined ? words.readerNeeded : undefined} />
        <DateField label={words.firstDay} value={firstDay} onChange={setFirstDay} error={tried && firstDay === null ? words.dayNeeded : undefined} />
      </Form>
    </Dialog>
  )
}

/** The last day somebody reads. */
export function EndReaderDialog({ reader, onClose }: { reader: ReaderLine; onClose: () => void }) {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const { today } = useSession()
  const [lastDay, setLastDay] = useState<CalendarDate | null>(today)
  const [tried, setTried] = useState(false)
  const end = useAct((day: CalendarDate, options) => call(readerRoutes.endReader, { params: { personId: reader.person.id }, body: { lastDay: day } }, options), useDone(onClose))
  const submit = () => {
    setTried(true)
    if (lastDay !== null) void end.act(lastDay)
  }
  return (
    <Dialog title={`${words.endReader}: ${reader.person.name}`} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.save} busy={end.busy}>
        <ErrorNotice error={end.error} refusals={refusals} />
        <DateField label={words.lastDay} value={lastDay} onChange={setLastDay} error={tried && lastDay === null ? words.dayNeeded : undefined} />
      </Form>
    </Dialog>
  )
}

/** Sets a rate by hand, or lets what was learnt count again. */
export function RateDialog({ reader, rate, onClose }: { reader: ReaderLine; rate: ReaderLine['rates'][number]; onClose: () => void }) {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const kinds = kindNames(useLanguage())
  const [value, setValue] = useState<string | null>(rate.origin === 'set' ? rate.rate : null)
  const [valid, setValid] = useState(true)
  const save = useAct(
    (given: number | null, options) => call(readerRoutes.setReaderRate, { params: { personId: reader.person.id, readKind: rate.kind }, body: { rate: given } }, options),
    useDone(onClose),
  )
  return (
    <Dialog title={`${words.rateOf(kinds[rate.kind])}: ${reader.person.name}`} onClose={onClose}>
      <Form onSubmit={() => valid && void save.act(value === null ? null : Number(value))} submitLabel={words.save} busy={save.busy}>
        <ErrorNotice error={save.error} refusals={refusals} />
        <NumberField
          label={words.rate}
          hint={words.rateHint}
          value={value}
          places={0}
          min="60"
          max="600"
          onChange={(next, state) => {
            setValue(next)
            setValid(state.valid)
          }}
        />
      </Form>
    </Dialog>
  )
}
