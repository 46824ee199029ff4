import { Button } from '@mantine/core'
import { IconCalendarPlus, IconChevronLeft, IconChevronRight, IconPlus } from '#ui/icons.tsx'
import { useState } from 'react'
import { addDays, parseIsoDate, weekday, type CalendarDate } from '#kernel/calendar-date.ts'
import type { ReceivedOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { textFilter, useFilters } from '#ui/filters.ts'
import { showDate } from '#ui/format.ts'
import { Link, useGo } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { showClock } from '../../domain/rundown/clock.ts'
import { deskText } from '../desk/messages.ts'
import { isoWeekdays } from '../desk/use-weekdays.ts'
import { newsroomText } from '../messages.ts'
import { NewsroomNav } from '../newsroom-nav.tsx'
import { rundownPlace } from '../places.ts'
import { HeadDialog } from './head-dialog.tsx'
import { rundownText } from './messages.ts'
import { RundownBadge } from './state-badges.tsx'
import c from './rundown.module.css'

type Row = ReceivedOf<typeof rundownRoutes.listRundowns>['items'][number]

const filters = { from: textFilter() }

function weekdayOf(day: CalendarDate): (typeof isoWeekdays)[number] {
  return isoWeekdays[weekday(day) - 1] ?? 1
}

function mondayOf(day: CalendarDate): CalendarDate {
  return addDays(day, 1 - weekday(day))
}

/** Khung chương trình: the rundowns of a week, and those still to be made. */
export function RundownsPage() {
  const words = useText(rundownText)
  const { refusals } = useText(newsroomText)
  const { weekdayShort } = useText(deskText)
  const { today } = useSession()
  const go = useGo()
  const refresh = useRefresh()
  const { values, set } = useFilters(filters)
  const from = mondayOf(parseIsoDate(values.from ?? '') ?? today)
  const to = addDays(from, 6)
  const list = useLoad(rundownRoutes.listRundowns, { query: { from, to } })
  const [creating, setCreating] = useState(false)
  const create = useAct(
    (body: { name: string; date: CalendarDate; startMs: number; outMs: number | null }, options) => call(rundownRoutes.createRundown, { body }, options),
    ({ id }) => go(rundownPlace(id)),
  )
  const open = useAct(
    (body: { from: string; to: string }, options) => call(rundownRoutes.openRundowns, { body }, options),
    async ({ made }) => {
      await refresh(rundownRoutes.listRundowns)
      toast(words.opened(made))
    },
  )
  const columns: Column<Row>[] = [
    { key: 'name', header: words.name, lead: true, cell: (row) => <Link to={rundownPlace(row.id)}>{row.name}</Link> },
    { key: 'date', header: words.date, width: '150px', cell: (row) => <span data-today={row.date === today || undefined} className={c.day}>{`${weekdayShort[weekdayOf(row.date)]} ${showDate(row.date)}`}</span> },
    { key: 'start', header: words.start, width: '110px', cell: (row) => showClock(row.startMs) },
    { key: 'out', header: words.out, width: '110px', cell: (row) => (row.outMs === null ? '' : showClock(row.outMs)) },
    { key: 'items', header: words.items, width: '90px', align: 'right', cell: (row) => row.items },
    { key: 'state', header: words.state, width: '150px', cell: (row) => <RundownBadge state={row.state} /> },
  ]
  const mayCreate = list.data?.can.create === true
  return (
    <Page
      title={words.title}
      description={words.description}
      actions={
        mayCreate && (
          <>
            <Button variant="default" leftSection={<IconCalendarPlus size={18} aria-hidden="true" />} loading={open.busy} onClick={() => void open.act({ from: from < today ? (to < today ? from : today) : from, to })}>
              {words.open}
            </Button>
            <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setCreating(true)}>
              {words.create}
            </Button>
          </>
        )
      }
    >
      <NewsroomNav />
      <div className={c.week}>
        <Button variant="default" size="sm" onClick={() => set({ from: addDays(from, -7) })} leftSection={<IconChevronLeft size={16} aria-hidden="true" />}>
          {words.previous}
        </Button>
        <strong>{words.weekOf(showDate(from), showDate(to))}</strong>
        <Button variant="default" size="sm" onClick={() => set({ from: addDays(from, 7) })} rightSection={<IconChevronRight size={16} aria-hidden="true" />}>
          {words.following}
        </Button>
        {mondayOf(today) !== from && (
          <Button variant="subtle" size="sm" onClick={() => set({ from: undefined })}>
            {words.thisWeek}
          </Button>
        )}
      </div>
      <ErrorNotice error={open.error ?? list.error} refusals={refusals} onRetry={() => void list.refetch()} />
      {list.data === undefined ? (
        list.error === null && <LoadingRows rows={5} />
      ) : (
        <DataTable caption={words.caption} columns={columns} rows={list.data.items} rowKey={(row) => row.id} refreshing={list.isPlaceholderData} empty={<EmptyState title={words.none}>{words.noneBody}</EmptyState>} rowTone={(row) => (row.state === 'on_air' ? 'bad' : undefined)} />
      )}
      {creating && (
        <HeadDialog title={words.create} withDate begin={{ name: '', date: from <= today && today <= to ? today : from, startMs: null, outMs: null }} busy={create.busy} error={create.error} onSave={({ name, date, startMs, outMs }) => void create.act({ name, date, startMs, outMs })} onClose={() => setCreating(false)} />
      )}
    </Page>
  )
}
