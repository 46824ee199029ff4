import { Button } from '@mantine/core'
import { IconPlus } from '#ui/icons.tsx'
import { useState } from 'react'
import { useLoad } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showDate, showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { readerRoutes } from '../../contract/reader-routes.ts'
import { notEnded } from '../../domain/desk/heading.ts'
import { kindNames } from '../../domain/story/kind-words.ts'
import { newsroomText } from '../messages.ts'
import type { ReaderLine } from './desk-view.ts'
import { deskText } from './messages.ts'
import { AddReaderDialog, EndReaderDialog, RateDialog } from './reader-dialogs.tsx'

type RateLine = ReaderLine['rates'][number]

/** Người đọc: who reads, how fast each kind of block, and from what that is known. */
export function ReadersTab() {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const loaded = useLoad(readerRoutes.listReaders, {})
  const [adding, setAdding] = useState(false)
  if (loaded.data === undefined) return loaded.error === null ? <LoadingRows rows={6} /> : <ErrorNotice error={loaded.error} refusals={refusals} onRetry={() => void loaded.refetch()} />
  const { readers, others } = loaded.data
  return (
    <div className="td-stack">
      <p className="td-quiet">{words.readersHint}</p>
      <div className="td-row">
        <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
          {words.addReader}
        </Button>
      </div>
      {readers.length === 0 && (
        <div className="td-panel">
          <EmptyState title={words.noReaders}>{words.noReadersBody}</EmptyState>
        </div>
      )}
      {readers.map((reader) => (
        <ReaderSection key={reader.person.id} reader={reader} />
      ))}
      {adding && <AddReaderDialog others={others} onClose={() => setAdding(false)} />}
    </div>
  )
}

function ReaderSection({ reader }: { reader: ReaderLine }) {
  const words = useText(deskText)
  const kinds = kindNames(useLanguage())
  const { today } = useSession()
  const [open, setOpen] = useState<'end' | RateLine>()
  const { person, unit, firstDay, lastDay } = reader
  const columns: Column<RateLine>[] = [
    { key: 'kind', header: words.kind, lead: true, cell: (row) => kinds[row.kind] },
    { key: 'rate', header: words.rate, width: '150px', align: 'right', cell: (row) => row.rate },
    {
      key: 'origin',
      header: words.origin,
      cell: (row) => (
        <>
          {words.origins[row.origin]}
          {row.learnt !== null && <span className="td-quiet td-small"> {`(${words.learntFrom(row.learnt.rate, row.learnt.blocks, showMoment(row.learnt.at))})`}</span>}
        </>
      ),
    },
    {
      key: 'actions',
      header: words.actions,
      actions: true,
      width: '130px',
      cell: (row) => (
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen(row)} aria-label={`${words.setRate}: ${person.name}, ${kinds[row.kind]}`}>
          {words.setRate}
        </Button>
      ),
    },
  ]
  return (
    <Section
      title={person.name}
      description={`${unit.name} · ${lastDay === null ? words.readsSince(showDate(firstDay)) : words.readsBetween(showDate(firstDay), showDate(lastDay))}`}
      actions={
        notEnded(reader, today) && (
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen('end')} aria-label={`${words.endReader}: ${person.name}`}>
            {words.endReader}
          </Button>
        )
      }
    >
      <DataTable caption={`${words.readersHint} ${person.name}`} columns={columns} rows={reader.rates} rowKey={(row) => row.kind} />
      {open === 'end' && <EndReaderDialog reader={reader} onClose={() => setOpen(undefined)} />}
      {open !== undefined && open !== 'end' && <RateDialog reader={reader} rate={open} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}
