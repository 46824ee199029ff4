import type { CampaignId } from '#kernel/id.ts'
import { useLoad } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showDate } from '#ui/format.ts'
import { Link } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { useParam } from '#ui/use-param.ts'
import { useText } from '#ui/text.ts'
import type { ReceivedOf } from '#platform/contract/route.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { councilText } from './messages.ts'

type Line = ReceivedOf<typeof evaluationRoutes.listMeetings>['meetings'][number]

/** The meetings of one campaign, the latest first. */
export function MeetingsPage() {
  const words = useText(councilText)
  const { campaigns, refusals } = useText(evaluationText)
  const campaignId = useParam('campaignId') as CampaignId
  const { data, error, refetch } = useLoad(evaluationRoutes.listMeetings, { params: { campaignId } })
  const campaign = useLoad(evaluationRoutes.getCampaign, { params: { campaignId } }).data
  const columns: Column<Line>[] = [
    { key: 'day', header: words.fields.heldOn, lead: true, cell: (row) => <Link {...places.meeting(row.id)}>{words.meeting(showDate(row.heldOn))}</Link> },
    { key: 'body', header: words.fields.body, cell: (row) => row.bodyName },
    { key: 'place', header: words.fields.place, cell: (row) => row.place },
    { key: 'status', header: words.meetings, cell: (row) => <StatusBadge tone={row.status === 'open' ? 'good' : row.status === 'planned' ? 'info' : 'neutral'}>{words.status[row.status]}</StatusBadge> },
    { key: 'attendance', header: words.attend.column, cell: (row) => words.attendance(row.attendance.present, row.attendance.convened) },
  ]
  return (
    <Page
      title={words.meetingsOf}
      description={campaign?.name ?? ' '}
      crumbs={[
        { label: campaigns, to: places.campaigns().to },
        { label: campaign?.name ?? '…', to: places.campaign(campaignId).to },
      ]}
      actions={data?.canPlan ? <ButtonLink {...places.planMeeting(campaignId)}>{words.plan}</ButtonLink> : undefined}
    >
      <ErrorNotice error={error} refusals={refusals} onRetry={() => void refetch()} />
      {data === undefined && error === null && <LoadingRows rows={4} />}
      {data !== undefined && (
        <DataTable
          caption={words.meetingsOf}
          columns={columns}
          rows={data.meetings}
          rowKey={(row) => row.id}
          empty={<EmptyState title={words.none}>{words.noneBody}</EmptyState>}
        />
      )}
    </Page>
  )
}
