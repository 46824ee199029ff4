import { Button } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { useMay } from '#platform/web/session.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { CheckField } from '#ui/check-field.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { signingRoutes, type delegationLine } from '../../contract/signing-routes.ts'
import { approvalLevels, type ApprovalLevel } from '../../domain/approval/state.ts'
import { newsroomText } from '../messages.ts'
import { NewsroomNav } from '../newsroom-nav.tsx'
import { DelegateDialog } from './delegate-dialog.tsx'
import { signingText } from './messages.ts'

type Line = z.output<typeof delegationLine>

const tones = { in_force: 'good', future: 'info', over: 'neutral' } as const

/** Ủy quyền ký duyệt: who signs for whom, and which levels ask for a new proof. */
export function SigningPage() {
  const words = useText(signingText)
  const { refusals, levels, documentOf } = useText(newsroomText)
  const list = useLoad(signingRoutes.listDelegations, {})
  const [delegating, setDelegating] = useState(false)
  const [ending, setEnding] = useState<Line>()
  const own = list.data?.levels ?? []
  const columns: Column<Line>[] = [
    { key: 'to', header: words.to, lead: true, cell: (row) => row.to.name },
    { key: 'from', header: words.from, width: '160px', cell: (row) => row.from.name },
    {
      key: 'level',
      header: words.level,
      width: '120px',
      cell: (row) => (
        <>
          {levels[row.level]}
          {row.bothLevels && <span className="td-quiet td-small"> · {words.both}</span>}
        </>
      ),
    },
    { key: 'days', header: words.days, width: '130px', cell: (row) => words.span(showDate(row.fromDay), showDate(row.toDay)) },
    { key: 'document', header: words.document, width: '170px', cell: (row) => documentOf(row.documentNumber, showDate(row.documentDate)) },
    { key: 'status', header: words.status, width: '130px', cell: (row) => <StatusBadge tone={tones[row.status]}>{words.statuses[row.status]}</StatusBadge> },
    {
      key: 'actions',
      header: words.actions,
      width: '105px',
      cell: (row) =>
        row.can.includes('end') && (
          <Button variant="default" size="compact-sm" aria-label={words.endOf(row.to.name)} onClick={() => setEnding(row)}>
            {words.end}
          </Button>
        ),
    },
  ]
  return (
    <Page title={words.title} description={words.description} actions={own.length > 0 && <Button onClick={() => setDelegating(true)}>{words.delegate}</Button>}>
      <NewsroomNav />
      <ErrorNotice error={list.error} refusals={refusals} onRetry={() => void list.refetch()} />
      {list.data === undefined && list.error === null && <LoadingRows rows={4} />}
      {list.data !== undefined && <DataTable caption={words.caption} columns={columns} rows={list.data.items} rowKey={(row) => row.id} empty={<EmptyState title={words.none}>{words.noneBody}</EmptyState>} />}
      <ProofSection />
      {delegating && <DelegateDialog levels={own} onClose={() => setDelegating(false)} />}
      {ending !== undefined && <EndDialog line={ending} onClose={() => setEnding(undefined)} />}
    </Page>
  )
}

function EndDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const words = useText(signingText)
  const { refusals } = useText(newsroomText)
  const refresh = useRefresh()
  const end = useAct(
    (_: null, options) => call(signingRoutes.endDelegation, { params: { delegationId: line.id }, body: {} }, options),
    async () => {
      toast(words.ended(line.to.name))
      onClose()
      await refresh(signingRoutes.listDelegations)
    },
  )
  return (
    <Dialog title={words.endTitle} onClose={onClose}>
      <Form onSubmit={() => void end.act(null)} submitLabel={words.end} busy={end.busy}>
        <ErrorNotice error={end.error} refusals={refusals} />
        <p>{words.endBody(line.to.name)}</p>
      </Form>
    </Dialog>
  )
}

function ProofSection() {
  const words = useText(signingText)
  const { refusals, levels } = useText(newsroomText)
  const may = useMay('newsroom:approve')
  const refresh = useRefresh()
  const signing = useLoad(signingRoutes.getSigning, {})
  const [chosen, setChosen] = useState<readonly ApprovalLevel[]>()
  const save = useAct(
    (proveAt: readonly ApprovalLevel[], options) => call(signingRoutes.setSigning, { body: { proveAt: [...proveAt] } }, options),
    async () => {
      await refresh(signingRoutes.getSigning)
      setChosen(undefined)
      toast(words.proofSaved)
    },
  )
  if (!may || signing.data === undefined) return null
  const proveAt = chosen ?? signing.data.proveAt
  return (
    <Section title={words.proof} description={words.proofBody}>
      <ErrorNotice error={save.error} refusals={refusals} />
      <div className="td-stack">
        {approvalLevels.map((level) => (
          <CheckField key={level} label={levels[level]} value={proveAt.includes(level)} onChange={(on) => setChosen(on ? [...proveAt, level] : proveAt.filter((each) => each !== level))} />
        ))}
        {chosen !== undefined && (
          <div>
            <Button loading={save.busy} onClick={() => void save.act(chosen)}>
              {words.save}
            </Button>
          </div>
        )}
      </div>
    </Section>
  )
}
