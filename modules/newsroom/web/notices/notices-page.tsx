import { Button } from '@mantine/core'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { call } from '#platform/web/client.ts'
import type { ReceivedOf } from '#platform/contract/route.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showDate, showMoment } from '#ui/format.ts'
import { Link } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { noticeRoutes } from '../../contract/notice-routes.ts'
import type { NoticeKind } from '../../domain/notices/notice.ts'
import { newsroomText } from '../messages.ts'
import { NewsroomNav } from '../newsroom-nav.tsx'
import { planningPlace, storyPlace } from '../places.ts'
import { noticesText } from './messages.ts'
import c from './notices.module.css'

type Notice = ReceivedOf<typeof noticeRoutes.listNotices>['items'][number]

const tones = { waits: 'info', returned: 'warn', approved: 'good', mentioned: 'info', commented: 'neutral', assigned: 'info', late: 'bad', sign_due: 'warn', sign_overdue: 'bad', correction_due: 'warn' } as const satisfies Record<NoticeKind, string>

/** Thông báo: what waits for the reader and what they are told, what presses first. */
export function NoticesPage() {
  const words = useText(noticesText)
  const { refusals } = useText(newsroomText)
  const refresh = useRefresh()
  const list = useLoad(noticeRoutes.listNotices, {}, { every: 60_000 })
  const read = useAct(
    (keys: readonly string[], options) => call(noticeRoutes.readNotices, { body: { keys: [...keys] } }, options),
    () => refresh(noticeRoutes.listNotices, noticeRoutes.countNotices),
  )
  const items = list.data?.items ?? []
  const unread = items.filter((item) => !item.read)
  const columns: Column<Notice>[] = [
    { key: 'what', header: words.what, lead: true, cell: (row) => <What notice={row} onOpen={() => !row.read && void read.act([row.key])} /> },
    { key: 'kind', header: words.kind, width: '190px', cell: (row) => <StatusBadge tone={tones[row.kind]}>{words.kinds[row.kind]}</StatusBadge> },
    { key: 'when', header: words.when, width: '170px', cell: (row) => showMoment(row.at) },
    {
      key: 'actions',
      header: words.actions,
      actions: true,
      width: '160px',
      cell: (row) =>
        !row.read && (
          <Button variant="default" size="compact-sm" aria-label={words.readOf(titleOf(row))} disabled={read.busy} onClick={() => void read.act([row.key])}>
            {words.read}
          </Button>
        ),
    },
  ]
  return (
    <Page
      title={words.title}
      description={words.description}
      actions={
        unread.length > 1 && (
          <Button variant="default" loading={read.busy} onClick={() => void read.act(unread.map(({ key }) => key))}>
            {words.readAll}
          </Button>
        )
      }
    >
      <NewsroomNav />
      <ErrorNotice error={list.error ?? read.error} refusals={refusals} onRetry={() => void list.refetch()} />
      {list.data === undefined && list.error === null && <LoadingRows rows={5} />}
      {list.data !== undefined && <DataTable caption={words.caption} columns={columns} rows={items} rowKey={(row) => row.key} empty={<EmptyState title={words.none}>{words.noneBody}</EmptyState>} />}
    </Page>
  )
}

function titleOf({ story, assignment }: Notice): string {
  return story?.title ?? assignment?.topic ?? ''
}

function What({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const words = useText(noticesText)
  const { story, assignment, by, dueAt, said, read } = notice
  const facts = [by === null ? '' : words.by(by.name), assignment === null ? '' : words.days(showDate(assignment.day)), dueAt === null ? '' : words.due(showMoment(dueAt))].filter((fact) => fact !== '')
  return (
    <div className={read ? undefined : c.unread} onClickCapture={(event) => event.target instanceof HTMLAnchorElement && onOpen()}>
      {!read && <span className="td-hidden-text">{words.unread}: </span>}
      {story !== null ? <Link to={storyPlace(story.id)}>{story.title}</Link> : assignment !== null && <Link to={planningPlace} search={{ day: assignment.day }}>{assignment.topic}</Link>}
      {said !== '' && <p className={c.said}>{said}</p>}
      {facts.length > 0 && <p className="td-quiet td-small">{facts.join(' · ')}</p>}
    </div>
  )
}
