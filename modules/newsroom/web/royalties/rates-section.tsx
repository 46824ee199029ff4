import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { Section } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { royaltyRoutes } from '../../contract/royalty-routes.ts'
import { rateKinds, type RateKind } from '../../domain/royalties/rates.ts'
import { newsroomText } from '../messages.ts'
import { royaltyText } from './messages.ts'
import { showDong } from './royalty-view.ts'

/** The rates the desk keeps, by decision and first day. */
export function RatesSection() {
  const words = useText(royaltyText)
  const { refusals } = useText(newsroomText)
  const rates = useLoad(royaltyRoutes.listRates, {})
  const [adding, setAdding] = useState(false)
  return (
    <Section title={words.rates} actions={<Button variant="default" onClick={() => setAdding(true)}>{words.addRate}</Button>}>
      <ErrorNotice error={rates.error} refusals={refusals} />
      {rates.data !== undefined && rates.data.items.length > 0 && (
        <DataTable
          caption={words.rates}
          columns={[
            { key: 'genre', header: words.genre, lead: true, cell: (row) => (row.genre === '' ? words.genreHint : row.genre) },
            { key: 'kind', header: words.kind, cell: (row) => words.kinds[row.kind] },
            { key: 'value', header: words.value, width: '130px', align: 'right', cell: (row) => showDong(row.value) },
            { key: 'from', header: words.firstDay, width: '120px', cell: (row) => showDate(row.firstDay) },
            { key: 'document', header: words.number, width: '190px', cell: (row) => `${row.documentNumber}, ${showDate(row.documentDate)}` },
          ]}
          rows={rates.data.items}
          rowKey={(row) => row.id}
        />
      )}
      {adding && <RateDialog onClose={() => setAdding(false)} />}
    </Section>
  )
}

function RateDialog({ onClose }: { onClose: () => void }) {
  const words = useText(royaltyText)
  const { refusals } = useText(newsroomText)
  const { today } = useSession()
  const refresh = useRefresh()
  const [kind, setKind] = useState<RateKind>('amount')
  const [genre, setGenre] = useState('')
  const [value, setValue] = useState('')
  const [firstDay, setFirstDay] = useState<CalendarDate | null>(today)
  const [documentNumber, setNumber] = useState('')
  const [documentDate, setDate] = useState<CalendarDate | null>(null)
  const [tried, setTried] = useState(false)
  const add = useAct(
    (body: BodyOf<typeof royaltyRoutes.addRate>, options) => call(royaltyRoutes.addRate, { body }, options),
    async () => {
      toast(words.added)
      onClose()
      await refresh(royaltyRoutes.listRates)
      await refresh(royaltyRoutes.getRoyalties)
    },
  )
  const digits = value.replaceAll(/[.\s]/g, '')
  const good = /^\d{1,9}$/.test(digits)
  const missing = (absent: boolean, field: string) => (tried && absent ? words.needed(field) : undefined)
  const submit = () => {
    setTried(true)
    if (!good || firstDay === null || documentDate === null || documentNumber.trim() === '') return
    void add.act({ kind, genre: kind === 'point_value' ? '' : genre, value: Number(digits), firstDay, documentNumber, documentDate })
  }
  return (
    <Dialog title={words.addRate} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.addRate} busy={add.busy}>
        <ErrorNotice error={add.error} refusals={refusals} />
        <SelectField label={words.kind} value={kind} none={null} onChange={(next) => setKind(next ?? 'amount')} choices={rateKinds.map((each) => ({ value: each, label: words.kinds[each] }))} />
        <Columns>
          {kind !== 'point_value' && <TextField label={words.genre} hint={words.genreHint} value={genre} onChange={setGenre} maxLength={120} />}
          <TextField label={words.value} value={value} onChange={setValue} maxLength={15} inputMode="numeric" required error={missing(!good, words.value)} />
        </Columns>
        <DateField label={words.firstDay} value={firstDay} onChange={setFirstDay} required error={missing(firstDay === null, words.firstDay)} />
        <Columns>
          <TextField label={words.number} value={documentNumber} onChange={setNumber} maxLength={60} required error={missing(documentNumber.trim() === '', words.number)} />
          <DateField label={words.documentDate} value={documentDate} onChange={setDate} required error={missing(documentDate === null, words.documentDate)} />
        </Columns>
      </Form>
    </Dialog>
  )
}
