import { Button } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { parseIsoDate } from '#kernel/calendar-date.ts'
import { asId, type PersonId } from '#kernel/id.ts'
import { PersonField, type PickedPerson } from '#modules/organisation/web/index.ts'
import { useLoadPages } from '#platform/web/load.ts'
import type { Column } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Facts } from '#ui/figures.tsx'
import { textFilter, useFilters } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { showMoment } from '#ui/format.ts'
import { ListTable } from '#ui/list-table.tsx'
import { Page } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { ledgerRoutes } from '../contract/routes.ts'
import { thingWords, verbWords, wordsOfAction } from './action-words.ts'
import { ExportDialog } from './export-dialog.tsx'
import { LedgerState } from './ledger-state.tsx'
import { ledgerText } from './messages.ts'
import c from './ledger.module.css'

type Entry = z.output<(typeof ledgerRoutes.listEntries)['reply']>['items'][number]

const filters = { person: textFilter(), name: textFilter(), thing: textFilter(), subject: textFilter(), from: textFilter(), to: textFilter() }

/** Sổ nhật ký: what happened, by whom, on whose record, and whether the chain is whole. */
export function LedgerPage() {
  const words = useText(ledgerText)
  const things = useText(thingWords)
  const { values, set, clear, active } = useFilters(filters)
  const [exporting, setExporting] = useState(false)
  const columns = useColumns((subject) => set({ subject }))
  const list = useLoadPages(ledgerRoutes.listEntries, { query: queryOf(values) })
  const person: PickedPerson | null = values.person === undefined ? null : { id: values.person as PersonId, fullName: values.name ?? '' }
  const choices = Object.entries(things).map(([value, label]) => ({ value, label }))
  return (
    <Page title={words.title} description={words.description} actions={<Button onClick={() => setExporting(true)}>{words.export}</Button>}>
      <LedgerState />
      <FilterBar active={active - (values.name === undefined ? 0 : 1)} onClear={clear}>
        <PersonField label={words.person} value={person} onChange={(next) => set({ person: next?.id, name: next?.fullName })} />
        <SelectField label={words.thing} value={values.thing ?? null} none={words.any} onChange={(thing) => set({ thing: thing ?? undefined })} choices={choices} />
        <DateField label={words.from} value={values.from ?? null} onChange={(from, { valid }) => valid && set({ from: from ?? undefined })} />
        <DateField label={words.to} value={values.to ?? null} onChange={(to, { valid }) => valid && set({ to: to ?? undefined })} />
        <TextField label={words.subject} value={values.subject ?? ''} onChange={(subject) => set({ subject: subject.trim() || undefined })} />
      </FilterBar>
      <ListTable list={list} refusals={words.refusals} loadingRows={8} caption={words.caption} columns={columns} rowKey={(row) => row.id} none={words.empty} noneBody={words.emptyBody} />
      {exporting && <ExportDialog onClose={() => setExporting(false)} />}
    </Page>
  )
}

function queryOf(values: Partial<Record<keyof typeof filters, string>>) {
  const [from, to] = [parseIsoDate(values.from ?? ''), parseIsoDate(values.to ?? '')]
  return {
    ...(values.person === undefined ? {} : { personId: asId<'person'>(values.person) }),
    ...(values.thing === undefined ? {} : { action: `${values.thing}.` }),
    ...(values.subject === undefined ? {} : { subjectId: values.subject }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}

function useColumns(onSubject: (id: string) => void): Column<Entry>[] {
  const words = useText(ledgerText)
  const things = useText(thingWords)
  const verbs = useText(verbWords)
  return [
    { key: 'seq', header: words.seq, width: '90px', align: 'right', hideOnPhone: true, cell: (row) => (row.seq === null ? <span className="td-quiet td-small">{words.unsealed}</span> : <span className="td-number">{row.seq}</span>) },
    { key: 'when', header: words.when, width: '150px', cell: (row) => showMoment(row.at) },
    { key: 'who', header: words.who, width: '190px', cell: (row) => (row.actor.kind === 'program' ? <span className="td-quiet">{words.program}</span> : row.actor.name) },
    { key: 'what', header: words.what, lead: true, cell: (row) => <What row={row} label={wordsOfAction(row.action, things, verbs)} onSubject={onSubject} /> },
    {
      key: 'about',
      header: words.about,
      width: '220px',
      cell: (row) => (row.about.length === 0 ? '—' : [...row.about.map((one) => one.fullName), ...(row.aboutCount > row.about.length ? [words.more(row.aboutCount - row.about.length)] : [])].join(', ')),
    },
  ]
}

function What({ row, label, onSubject }: { row: Entry; label: string; onSubject: (id: string) => void }) {
  const words = useText(ledgerText)
  const facts = [
    { label: words.code, value: row.action },
    { label: words.entryId, value: <code className={c.code}>{row.id}</code> },
    { label: words.seq, value: row.seq === null ? words.unsealed : String(row.seq) },
    ...(row.hash === null ? [] : [{ label: words.entryHash, value: <code className={c.code}>{row.hash}</code> }]),
    {
      label: words.subject,
      value: (
        <>
          <code className={c.code}>
            {row.subject.kind} {row.subject.id}
          </code>{' '}
          <button type="button" className={c.link} onClick={() => onSubject(row.subject.id)}>
            {words.sameSubject}
          </button>
        </>
      ),
    },
    ...Object.entries(row.data).map(([key, value]) => ({ label: key, value: <code className={c.code}>{typeof value === 'string' ? value : JSON.stringify(value)}</code> })),
  ]
  return (
    <details className={c.what}>
      <summary>{label}</summary>
      <Facts items={facts} />
    </details>
  )
}
