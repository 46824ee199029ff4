import { useLoad } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showDate } from '#ui/format.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { useText } from '#ui/text.ts'
import { retentionRoutes, type Proposal } from '../../contract/retention-routes.ts'
import { retentionText } from './messages.ts'

/** What a proposal would delete, and what is in the way. */
export function DueThingsDialog({ proposal, name, onClose }: { proposal: Proposal; name: string; onClose: () => void }) {
  const words = useText(retentionText)
  const { data, error, refetch } = useLoad(retentionRoutes.dueThings, { params: { proposalId: proposal.id } })
  return (
    <Dialog title={words.thingsOf(name)} onClose={onClose} wide>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <LoadingRows rows={5} />}
      {data !== undefined && (
        <>
          {data.items.length < data.total && <p>{words.shownOf(data.items.length, data.total)}</p>}
          <DataTable
            caption={words.thingsOf(name)}
            rows={data.items}
            rowKey={(row) => row.id}
            columns={[
              { key: 'thing', header: words.thing, lead: true, cell: (row) => row.label },
              { key: 'person', header: words.person, cell: (row) => row.person },
              { key: 'ended', header: words.ended, width: '130px', cell: (row) => showDate(row.endedOn) },
              { key: 'hold', header: words.hold, cell: (row) => (row.hold === null ? words.mayGo : <StatusBadge tone="warn">{words.holds[row.hold]}</StatusBadge>) },
            ]}
          />
        </>
      )}
    </Dialog>
  )
}
