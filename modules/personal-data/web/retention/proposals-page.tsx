import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showDate, showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import type { Tone } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { newRequestId } from '#ui/request-id.ts'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { registerRoutes } from '../../contract/register-routes.ts'
import { retentionRoutes, type Proposal } from '../../contract/retention-routes.ts'
import { monthsInWords } from '../../domain/period-words.ts'
import type { RecordClass } from '../../domain/record-classes.ts'
import { personalDataText } from '../messages.ts'
import { personalDataPlace, proposalsPlace } from '../places.ts'
import { SectionLinks } from '../section-links.tsx'
import { DueThingsDialog } from './due-things-dialog.tsx'
import { retentionText } from './messages.ts'
import { PostponeDialog } from './postpone-dialog.tsx'

const tones: Record<Proposal['status'], Tone> = { open: 'warn', postponed: 'info', done: 'good', lapsed: 'neutral' }

/** Đề xuất xóa dữ liệu hết thời hạn lưu: read, confirmed by two persons or put off. */
export function ProposalsPage() {
  const words = useText(retentionText)
  const { title, refusals } = useText(personalDataText)
  const language = useLanguage()
  const refresh = useRefresh()
  const list = useLoad(retentionRoutes.listProposals, {})
  const register = useLoad(registerRoutes.register, {})
  const [open, setOpen] = useState<{ kind: 'look' | 'confirm' | 'postpone'; proposal: Proposal }>()
  const review = useAct(
    (_: undefined, options) => call(retentionRoutes.reviewPeriods, {}, options),
    async ({ proposed }) => {
      await refresh(retentionRoutes.listProposals)
      toast(words.reviewed(proposed))
    },
  )
  const nameOf = (recordClass: RecordClass): string => register.data?.items.find((line) => line.recordClass === recordClass)?.shipped.name[language] ?? recordClass
  const columns = useColumns(nameOf, (kind, proposal) => setOpen({ kind, proposal }))
  const close = () => setOpen(undefined)
  const done = async (text: string) => {
    await refresh(retentionRoutes.listProposals)
    toast(text)
  }
  return (
    <Page
      title={words.title}
      description={words.description}
      crumbs={[{ label: title, to: personalDataPlace }]}
      actions={
        <>
          <Button onClick={() => void review.act(undefined)} loading={review.busy}>
            {words.review}
          </Button>
          <SectionLinks here={proposalsPlace} />
        </>
      }
    >
      <ErrorNotice error={list.error ?? review.error} refusals={refusals} onRetry={() => void list.refetch()} />
      {list.data === undefined && list.error === null && <LoadingRows rows={4} />}
      {list.data !== undefined && (
        <DataTable caption={words.caption} columns={columns} rows={list.data.items} rowKey={(row) => row.id} empty={<EmptyState title={words.none}>{words.noneBody}</EmptyState>} />
      )}
      {open?.kind === 'look' && <DueThingsDialog proposal={open.proposal} name={nameOf(open.proposal.recordClass)} onClose={close} />}
      {open?.kind === 'postpone' && <PostponeDialog proposal={open.proposal} name={nameOf(open.proposal.recordClass)} onDone={() => done(words.postponed)} onClose={close} />}
      {open?.kind === 'confirm' && (
        <ConfirmDialog
          title={words.confirmTitle(open.proposal.things, nameOf(open.proposal.recordClass))}
          confirmLabel={words.confirmLabel}
          danger
          refusals={refusals}
          onClose={close}
          onConfirm={async () => {
            const { id, things, endedBefore } = open.proposal
            await call(retentionRoutes.confirmProposal, { params: { proposalId: id }, body: { things, endedBefore } }, { requestId: newRequestId() })
            await done(words.deleted)
          }}
        >
          <p>{words.confirmBody}</p>
        </ConfirmDialog>
      )}
    </Page>
  )
}

function useColumns(nameOf: (recordClass: RecordClass) => string, open: (kind: 'look' | 'confirm' | 'postpone', proposal: Proposal) => void): readonly Column<Proposal>[] {
  const words = useText(retentionText)
  const language = useLanguage()
  return [
    { key: 'class', header: words.recordClass, lead: true, cell: (row) => nameOf(row.recordClass) },
    {
      key: 'status',
      header: words.status,
      width: '150px',
      cell: (row) => (
        <div>
          <StatusBadge tone={tones[row.status]}>{words.statuses[row.status]}</StatusBadge>
          {row.postponedUntil !== null && (
            <p className="td-quiet td-small">
              {words.until(showDate(row.postponedUntil))}: {row.reason}
            </p>
          )}
        </div>
      ),
    },
    {
      key: 'ended',
      header: words.endedBefore,
      width: '160px',
      cell: (row) => (
        <div>
          {showDate(row.endedBefore)}
          <p className="td-quiet td-small">{words.period(monthsInWords(row.months, language))}</p>
        </div>
      ),
    },
    { key: 'counts', header: words.counts, cell: (row) => (row.deleted === null ? [words.free(row.things), ...(row.held > 0 ? [words.held(row.held)] : [])].join('; ') : `${row.things} (${words.rows(Object.values(row.deleted).reduce((sum, count) => sum + count, 0))})`) },
    { key: 'settled', header: words.settled, cell: (row) => (row.settledAt === null ? null : `${row.settledBy ?? ''}, ${showMoment(row.settledAt)}`) },
    {
      key: 'acts',
      header: words.look,
      actions: true,
      width: '290px',
      cell: (row) =>
        (row.status === 'open' || row.status === 'postponed') && (
          <span className="td-row">
            <Button size="xs" variant="default" onClick={() => open('look', row)}>
              {words.look}
            </Button>
            <Button size="xs" variant="default" onClick={() => open('postpone', row)}>
              {words.postpone}
            </Button>
            {row.status === 'open' && row.things > 0 && (
              <Button size="xs" color="red" variant="light" onClick={() => open('confirm', row)}>
                {words.confirm}
              </Button>
            )}
          </span>
        ),
    },
  ]
}
