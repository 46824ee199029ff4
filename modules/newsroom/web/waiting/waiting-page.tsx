import { useState } from 'react'
import { addDays, type CalendarDate } from '#kernel/calendar-date.ts'
import { useLoad } from '#platform/web/load.ts'
import type { ReceivedOf } from '#platform/contract/route.ts'
import { useSession } from '#platform/web/session.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { FilterBar } from '#ui/form.tsx'
import { Link } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { waitingRoutes } from '../../contract/waiting-routes.ts'
import { newsroomText } from '../messages.ts'
import { NewsroomNav } from '../newsroom-nav.tsx'
import { storyPlace } from '../places.ts'
import { StateBadge } from '../stories/state-badge.tsx'
import { waitingText } from './messages.ts'
import { useSpan } from './span-words.ts'
import { TimeByPlace } from './time-bar.tsx'

type Waiting = ReceivedOf<typeof waitingRoutes.getWaiting>

/** Days looked at unless others are chosen. */
const usualDays = 28

/** Thời gian chờ: for the desk and those who approve, how long stories stay at each step, and which were the slowest. */
export function WaitingPage() {
  const words = useText(waitingText)
  const { refusals } = useText(newsroomText)
  const { today } = useSession()
  const [from, setFrom] = useState<CalendarDate>(addDays(today, 1 - usualDays))
  const [to, setTo] = useState<CalendarDate>(today)
  const report = useLoad(waitingRoutes.getWaiting, { query: { from, to } })
  return (
    <Page title={words.title} description={words.description}>
      <NewsroomNav />
      <FilterBar active={0} onClear={() => undefined}>
        <DateField label={words.from} value={from} onChange={(day, { valid }) => valid && day !== null && setFrom(day)} />
        <DateField label={words.to} value={to} onChange={(day, { valid }) => valid && day !== null && setTo(day)} />
      </FilterBar>
      <ErrorNotice error={report.error} refusals={refusals} onRetry={() => void report.refetch()} />
      {report.data === undefined && report.error === null && <LoadingRows rows={6} />}
      {report.data !== undefined && report.error === null && <Report report={report.data} />}
    </Page>
  )
}

function Report({ report }: { report: Waiting }) {
  const words = useText(waitingText)
  const span = useSpan()
  const longest = (found: Waiting['places'][number]['longest']) =>
    found === null ? '–' : <Link to={storyPlace(found.story.id)}>{span(found.ms)}</Link>
  const places: Column<Waiting['places'][number]>[] = [
    { key: 'place', header: words.place, lead: true, cell: (row) => words.places[row.place] },
    { key: 'left', header: words.left, width: '130px', align: 'right', cell: (row) => String(row.left) },
    { key: 'median', header: words.median, width: '230px', cell: (row) => (row.medianMs === null ? <span className="td-quiet">{words.tooFew(row.left)}</span> : span(row.medianMs)) },
    { key: 'longest', header: words.longest, width: '170px', cell: (row) => longest(row.longest) },
    {
      key: 'waiting',
      header: words.waiting,
      width: '240px',
      cell: (row) =>
        row.longestWaiting === null ? (
          '–'
        ) : (
          <>
            {words.waitingOf(row.waiting)}, <Link to={storyPlace(row.longestWaiting.story.id)}>{words.longestWaiting(span(row.longestWaiting.ms))}</Link>
          </>
        ),
    },
  ]
  const slowest: Column<Waiting['slowest'][number]>[] = [
    {
      key: 'story',
      header: words.story,
      lead: true,
      cell: (row) => (
        <>
          <Link to={storyPlace(row.id)}>{row.title}</Link>
          <br />
          <span className="td-quiet td-small">{row.author}</span>
        </>
      ),
    },
    { key: 'state', header: words.state, width: '180px', cell: (row) => <StateBadge stage={row.stage} /> },
    { key: 'total', header: words.total, width: '140px', cell: (row) => <strong>{span(row.ms)}</strong> },
    { key: 'where', header: words.where, width: '420px', cell: (row) => <TimeByPlace totals={row.totals} /> },
  ]
  if (report.stories === 0) return <EmptyState title={words.none}>{words.noneBody}</EmptyState>
  return (
    <>
      <Section title={words.steps} description={`${words.count(report.stories)}. ${words.stepsBody}`}>
        <DataTable caption={words.caption} columns={places} rows={report.places} rowKey={(row) => row.place} />
      </Section>
      {report.slowest.length > 0 && (
        <Section title={words.slowest} description={words.slowestBody}>
          <DataTable caption={words.slowestCaption} columns={slowest} rows={report.slowest} rowKey={(row) => row.id} />
        </Section>
      )}
    </>
  )
}
