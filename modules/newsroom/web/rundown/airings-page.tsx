import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLoadPages } from '#platform/web/load.ts'
import { useMay, useSession } from '#platform/web/session.ts'
import { CheckField } from '#ui/check-field.tsx'
import type { Column } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { choiceFilter, textFilter, useFilters } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { Link } from '#ui/link.tsx'
import { ListTable } from '#ui/list-table.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { msOfDay, showClock, showLength, showOver } from '../../domain/rundown/clock.ts'
import { newsroomText } from '../messages.ts'
import { NewsroomNav } from '../newsroom-nav.tsx'
import { rundownsPlace, storyPlace } from '../places.ts'
import { CorrectAiringDialog } from './correct-airing-dialog.tsx'
import { rundownText } from './messages.ts'
import type { Airing } from './rundown-view.ts'

const filters = { from: textFilter(), to: textFilter(), rundown: textFilter(), replaced: choiceFilter(['true']) }

/** Nhật ký phát sóng: what aired, when, with exactly which words. */
export function AiringsPage() {
  const words = useText(rundownText)
  const { refusals } = useText(newsroomText)
  const mayCorrect = useMay('newsroom:air')
  const { today } = useSession()
  const { values, set, clear, active } = useFilters(filters)
  const { rundown, ...asked } = values
  const list = useLoadPages(rundownRoutes.listAirings, { query: { ...asked, ...(rundown === undefined ? {} : { rundownId: rundown }) } })
  const [correcting, setCorrecting] = useState<Airing | null>(null)
  const clock = (moment: string) => showClock(msOfDay(moment, vietnameseDay(new Date(moment))))
  const columns: Column<Airing>[] = [
    {
      key: 'title',
      header: words.item,
      lead: true,
      width: '280px',
      cell: (row) => (
        <>
          {row.storyId === null ? row.title : <Link to={storyPlace(row.storyId)}>{row.title}</Link>}
          <br />
          <span className="td-quiet td-small">
            {row.version === null || row.hash === null ? words.kinds[row.kind] : words.log.version(row.version, row.hash.slice(0, 12))}
            {row.replaces !== null && ` · ${words.log.replaces(row.reason)}`}
          </span>
        </>
      ),
    },
    { key: 'programme', header: words.log.programme, width: '140px', cell: (row) => row.programme },
    { key: 'started', header: words.log.started, width: '170px', cell: (row) => `${showDate(vietnameseDay(new Date(row.startedAt)))} ${clock(row.startedAt)}` },
    { key: 'ended', header: words.log.ended, width: '100px', cell: (row) => clock(row.endedAt) },
    { key: 'actual', header: words.actual, width: '90px', align: 'right', cell: (row) => showLength(row.actualMs) },
    { key: 'difference', header: words.log.difference, width: '100px', align: 'right', cell: (row) => differenceOf(row) },
    { key: 'reader', header: words.reader, width: '130px', cell: (row) => row.reader?.name ?? '' },
    ...(mayCorrect
      ? [
          {
            key: 'correct',
            header: words.log.correct,
            actions: true,
            cell: (row: Airing) => (
              <Button size="sm" variant="subtle" onClick={() => setCorrecting(row)}>
                {words.log.correct}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <Page title={words.asRun} description={words.log.description} crumbs={[{ label: words.title, to: rundownsPlace }]}>
      <NewsroomNav />
      <FilterBar active={active} onClear={clear}>
        <DateField label={words.log.from} value={values.from ?? null} max={today} onChange={(from) => set({ from: from ?? undefined })} />
        <DateField label={words.log.to} value={values.to ?? null} onChange={(to) => set({ to: to ?? undefined })} />
        <CheckField label={words.log.replacedToo} value={values.replaced === 'true'} onChange={(on) => set({ replaced: on ? 'true' : undefined })} />
      </FilterBar>
      <ListTable list={list} refusals={refusals} loadingRows={6} caption={words.asRun} columns={columns} rowKey={(row) => row.id} none={words.log.none} noneBody={words.log.noneBody} />
      {correcting !== null && <CorrectAiringDialog airing={correcting} onClose={() => setCorrecting(null)} />}
    </Page>
  )
}

function differenceOf({ actualMs, lockedMs, estimatedMs }: Airing): string {
  const expected = lockedMs ?? estimatedMs
  return expected === null ? '' : showOver(actualMs - expected)
}
