import { useLoad } from '#platform/web/load.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Progress } from '#ui/figures.tsx'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { unitsText } from './messages.ts'
import { RoundStatusBadge } from './round-status.tsx'
import type { Round } from './round-types.ts'

/** Đánh giá tổ chức: the rounds that rate organisations, newest period first. */
export function RoundsPage() {
  const words = useText(unitsText).list
  const { campaigns } = useText(evaluationText)
  const language = useLanguage()
  const list = useLoad(evaluationRoutes.listUnitCampaigns, {})
  const columns: Column<Round>[] = [
    {
      key: 'name',
      header: words.name,
      lead: true,
      cell: (round) => (
        <span className="td-stack-tight">
          <Link {...places.round(round.id)}>{round.name}</Link>
          <span className="td-quiet td-small">
            {round.period.label[language]} · {round.rulebook.documentNumber}
          </span>
        </span>
      ),
    },
    { key: 'scope', header: words.scope, cell: (round) => round.scope.name, hideOnPhone: true },
    { key: 'status', header: words.status, width: '150px', cell: (round) => <RoundStatusBadge status={round.status} /> },
    { key: 'decided', header: words.decided, width: '180px', cell: (round) => <Progress done={round.counts.decided} total={round.counts.rated} label={words.decided} /> },
  ]
  const create = list.data?.canCreate === true ? <ButtonLink {...places.newRound()}>{words.create}</ButtonLink> : undefined
  return (
    <Page title={words.title} description={words.description} crumbs={[{ label: campaigns, to: places.campaigns().to }]} actions={create}>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <LoadingRows />}
      {list.data !== undefined && (
        <DataTable
          caption={words.caption}
          columns={columns}
          rows={list.data.items}
          rowKey={(round) => round.id}
          empty={
            <div className="td-panel">
              <EmptyState title={words.empty} action={create}>
                {list.data.canCreate ? words.emptyManage : words.emptyOthers}
              </EmptyState>
            </div>
          }
        />
      )}
    </Page>
  )
}
