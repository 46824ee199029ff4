import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useLoadPages, useRefresh } from '#platform/web/load.ts'
import type { ReceivedOf } from '#platform/contract/route.ts'
import { useMay, useSession } from '#platform/web/session.ts'
import { CheckField } from '#ui/check-field.tsx'
import type { Column } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { choiceFilter, textFilter, useFilters } from '#ui/filters.ts'
import { Columns, FilterBar, Form } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { Link } from '#ui/link.tsx'
import { ListTable } from '#ui/list-table.tsx'
import { Page } from '#ui/page.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import type { Id } from '#kernel/id.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { msOfDay, showClock, showLength, showOver } from '../../domain/rundown/clock.ts'
import { newsroomText } from '../messages.ts'
import { NewsroomNav } from '../newsroom-nav.tsx'
import { rundownsPlace, storyPlace } from '../places.ts'
import { rundownText } from './messages.ts'
import { TimeField } from './time-field.tsx'

type Airing = ReceivedOf<typeof rundownRoutes.listAirings>['items'][number]

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
      {correcting !== null && <CorrectDialog airing={correcting} onClose={() => setCorrecting(null)} />}
    </Page>
  )
}

function differenceOf({ actualMs, lockedMs, estimatedMs }: Airing): string {
  const expected = lockedMs ?? estimatedMs
  return expected === null ? '' : showOver(actualMs - expected)
}

function CorrectDialog({ airing, onClose }: { airing: Airing; onClose: () => void }) {
  const words = useText(rundownText)
  const { refusals } = useText(newsroomText)
  const refresh = useRefresh()
  const date = vietnameseDay(new Date(airing.startedAt))
  const [draft, setDraft] = useState<{ readonly startMs: number | null; readonly endMs: number | null; readonly reason: string }>({ startMs: msOfDay(airing.startedAt, date), endMs: msOfDay(airing.endedAt, date), reason: '' })
  const [tried, setTried] = useState(false)
  const momentOf = (ms: number) => new Date(Date.parse(`${date}T00:00:00+07:00`) + ms).toISOString()
  const correct = useAct(
    (body: { startedAt: string; endedAt: string; readerId: Id<'person'> | null; reason: string }, options) => call(rundownRoutes.correctAiring, { params: { airingId: airing.id }, body }, options),
    async () => {
      await refresh(rundownRoutes.listAirings)
      toast(words.log.corrected)
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    const { startMs, endMs, reason } = draft
    if (startMs === null || endMs === null || reason.trim() === '') return
    void correct.act({ startedAt: momentOf(startMs), endedAt: momentOf(endMs < startMs ? endMs + 86_400_000 : endMs), readerId: (airing.reader?.id ?? null) as Id<'person'> | null, reason })
  }
  return (
    <Dialog title={`${words.log.correct}: ${airing.title}`} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.log.correct} busy={correct.busy}>
        <ErrorNotice error={correct.error} refusals={refusals} />
        <Columns>
          <TimeField kind="clock" label={words.log.started} hint={words.clockHint} wrong={words.clockNeeded} value={draft.startMs} onChange={(startMs) => setDraft({ ...draft, startMs })} error={tried && draft.startMs === null ? words.clockNeeded : undefined} autoFocus />
          <TimeField kind="clock" label={words.log.ended} wrong={words.clockNeeded} value={draft.endMs} onChange={(endMs) => setDraft({ ...draft, endMs })} error={tried && draft.endMs === null ? words.clockNeeded : undefined} />
        </Columns>
        <TextField label={words.log.reason} value={draft.reason} onChange={(reason) => setDraft({ ...draft, reason })} multiline maxLength={1000} error={tried && draft.reason.trim() === '' ? words.log.reasonNeeded : undefined} />
      </Form>
    </Dialog>
  )
}
