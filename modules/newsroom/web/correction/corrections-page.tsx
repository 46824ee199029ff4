import type { z } from 'zod'
import { useLoadPages } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import type { Column } from '#ui/data-table.tsx'
import { showDate } from '#ui/format.ts'
import { Link } from '#ui/link.tsx'
import { ListTable } from '#ui/list-table.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { correctionRoutes, type correctionLine } from '../../contract/correction-routes.ts'
import { newsroomText } from '../messages.ts'
import { NewsroomNav } from '../newsroom-nav.tsx'
import { correctionPlace } from '../places.ts'
import { correctionText } from './messages.ts'

type Row = z.output<typeof correctionLine>

/** The colour of each state. */
export const correctionTones = { open: 'warn', issued: 'info', done: 'good' } as const

/** Cải chính: every correction, where it stands and by when its notice has to air. */
export function CorrectionsPage() {
  const words = useText(correctionText)
  const { refusals } = useText(newsroomText)
  const list = useLoadPages(correctionRoutes.listCorrections, {})
  const columns: Column<Row>[] = [
    { key: 'story', header: words.story, lead: true, cell: (row) => <Link to={correctionPlace(row.id)}>{row.story.title}</Link> },
    { key: 'document', header: words.document, width: '180px', cell: (row) => row.documentNumber },
    { key: 'received', header: words.received, width: '120px', cell: (row) => showDate(row.receivedOn) },
    { key: 'due', header: words.due, width: '120px', cell: (row) => (row.term === null ? '' : showDate(row.term.due)) },
    { key: 'state', header: words.state, width: '190px', cell: (row) => <StatusBadge tone={row.overdue ? 'bad' : correctionTones[row.state]}>{row.overdue ? `${words.states[row.state]} · ${words.overdue}` : words.states[row.state]}</StatusBadge> },
  ]
  return (
    <Page title={words.title} description={words.description}>
      <NewsroomNav />
      <ListTable list={list} refusals={refusals} loadingRows={4} caption={words.caption} columns={columns} rowKey={(row) => row.id} none={words.none} noneBody={words.noneBody} />
    </Page>
  )
}
