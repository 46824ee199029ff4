import { Button } from '@mantine/core'
import { useState } from 'react'
import { call, callAgain } from '#platform/web/client.ts'
import { useLoadPages, useRefresh } from '#platform/web/load.ts'
import { saveFile } from '#platform/web/save-file.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import type { Tone } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { newRequestId } from '#ui/request-id.ts'
import { toast } from '#ui/toasts.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes, type Approval } from '../contract/routes.ts'
import { useApprovalActs } from './approval-acts.ts'
import { approvalText } from './approval-messages.ts'
import { accountsText } from './messages.ts'
import { rolesText } from './roles-messages.ts'
import c from './security.module.css'
import { useSessionChanged } from './session-query.ts'

type Verdict = 'approve' | 'refuse' | 'withdraw'

const tones: Record<Approval['status'], Tone> = { waiting: 'warn', approved: 'info', refused: 'bad', withdrawn: 'neutral', used: 'good', expired: 'neutral' }

/** Phê duyệt: acts that need two persons, one's own and those that wait for one. */
export function ApprovalsPage() {
  const words = useText(approvalText)
  const { refusals } = useText(accountsText)
  const refresh = useRefresh()
  const sessionChanged = useSessionChanged()
  const acts = useApprovalActs()
  const language = useLanguage()
  const approvals = useLoadPages(accountsRoutes.listApprovals, { query: { limit: 30 } })
  const [asking, setAsking] = useState<{ line: Approval; verdict: Verdict }>()
  const carryOut = useAct(
    async (line: Approval, { requestId }: { requestId: string }) => {
      const answer = await callAgain(line, requestId)
      const { fileName } = acts[line.act] ?? {}
      if (fileName !== undefined) saveFile(answer, fileName)
    },
    () => {
      toast(words.carriedOut)
      void refresh(accountsRoutes.listApprovals)
    },
  )
  const nameOf = (line: Approval): string => acts[line.act]?.name[language] ?? words.unknownAct(line.act)
  return (
    <Page title={words.title} description={words.description}>
      <ErrorNotice error={approvals.error} refusals={refusals} onRetry={approvals.retry} />
      <ErrorNotice error={carryOut.error} refusals={refusals} />
      {approvals.loading && <LoadingRows rows={5} />}
      {!approvals.loading && approvals.error === null && (
        <DataTable
          caption={words.title}
          rows={approvals.items}
          rowKey={(line) => line.id}
          more={approvals.more}
          refreshing={approvals.refreshing}
          empty={<EmptyState title={words.none}>{words.noneBody}</EmptyState>}
          columns={[
            { key: 'act', header: words.act, lead: true, cell: (line) => <ActCell line={line} name={nameOf(line)} /> },
            { key: 'reason', header: words.reason, cell: (line) => line.reason },
            { key: 'requested', header: words.requested, cell: (line) => <Who name={line.requestedBy} at={line.requestedAt} /> },
            { key: 'settled', header: words.settled, cell: (line) => (line.settledBy === null ? null : <Who name={line.settledBy} at={line.settledAt} />) },
            {
              key: 'status',
              header: words.status,
              cell: (line) => (
                <div>
                  <StatusBadge tone={tones[line.status]}>{words.statuses[line.status]}</StatusBadge>
                  {(line.status === 'waiting' || line.status === 'approved') && <p className="td-quiet td-small">{words.until(showMoment(line.expiresAt))}</p>}
                </div>
              ),
            },
            {
              key: 'acts',
              header: words.actions,
              actions: true,
              cell: (line) => (
                <div className="td-row">
                  {line.can.map((can) => (
                    <Button
                      key={can}
                      size="compact-sm"
                      variant={can === 'approve' || can === 'do' ? 'filled' : 'default'}
                      loading={can === 'do' && carryOut.busy}
                      aria-label={`${words[can]}: ${nameOf(line)}`}
                      onClick={() => (can === 'do' ? void carryOut.act(line) : setAsking({ line, verdict: can }))}
                    >
                      {words[can]}
                    </Button>
                  ))}
                </div>
              ),
            },
          ]}
        />
      )}
      {asking !== undefined && (
        <ConfirmDialog
          title={words.ask[asking.verdict]}
          confirmLabel={words[asking.verdict]}
          danger={asking.verdict === 'refuse'}
          refusals={refusals}
          onClose={() => setAsking(undefined)}
          onConfirm={async () => {
            const { status } = await call(accountsRoutes.settleApproval, { params: { approvalId: asking.line.id }, body: { verdict: asking.verdict } }, { requestId: newRequestId() })
            if (status === 'approved' || status === 'refused' || status === 'withdrawn') toast(words.done[status])
            await refresh(accountsRoutes.listApprovals)
            await sessionChanged()
          }}
        >
          <p>
            <strong>{nameOf(asking.line)}</strong>
          </p>
          <RoleAsked role={asking.line.role} />
          <p>{asking.line.reason}</p>
          <p className="td-quiet td-small">{words.exact}:</p>
          <p className={`${c.key} td-small`}>
            {asking.line.method} {asking.line.address}
            {asking.line.body === null ? '' : ` ${JSON.stringify(asking.line.body)}`}
          </p>
        </ConfirmDialog>
      )}
    </Page>
  )
}

function ActCell({ line, name }: { line: Approval; name: string }) {
  const words = useText(approvalText)
  const place = useApprovalActs()[line.act]?.place?.(line.address)
  return (
    <div>
      {name}
      <RoleAsked role={line.role} />
      {place !== undefined && (
        <p className="td-small">
          <Link to={place}>{words.look}</Link>
        </p>
      )}
    </div>
  )
}

/** Whose role, which and over what: without it the second person would approve ids. */
function RoleAsked({ role }: Pick<Approval, 'role'>) {
  const { roles, whole } = useText(rolesText)
  if (role === null) return null
  return <p className="td-quiet td-small">{`${role.name}: ${roles[role.role].name} · ${role.unit ?? whole}`}</p>
}

function Who({ name, at }: { name: string; at: string | null }) {
  return (
    <div>
      {name}
      {at !== null && <p className="td-quiet td-small">{showMoment(at)}</p>}
    </div>
  )
}
