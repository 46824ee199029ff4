import { useLoad, useLoadPages } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { DeadlineBadge } from '#ui/badges.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Progress } from '#ui/figures.tsx'
import { choiceFilter, textFilter, useFilters } from '#ui/filters.ts'
import { FilterBar } from '#ui/form.tsx'
import { deadlineTone, showDate, showDeadline } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { campaignStatuses } from '../../domain/campaign.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { progressOf } from './campaign-progress.ts'
import { CampaignStatusBadge, type Campaign } from './campaign-view.tsx'
import { campaignsText } from './messages.ts'
import c from './campaigns.module.css'

const filters = { status: choiceFilter(campaignStatuses), year: textFilter() }

/** Đợt đánh giá: every campaign the actor takes part in or manages, newest period first. */
export function CampaignListPage() {
  const all = useText(campaignsText)
  const words = all.list
  const { campaigns: title, campaignStatus } = useText(evaluationText)
  const { personId, today } = useSession()
  const { values, set, clear, active } = useFilters(filters)
  const year = values.year !== undefined && /^2\d{3}$/.test(values.year) ? Number(values.year) : undefined
  const query = { ...(values.status === undefined ? {} : { status: values.status }), ...(year === undefined ? {} : { year }) }
  const list = useLoadPages(evaluationRoutes.listCampaigns, { query })
  const columns = useColumns()
  const rights = useLoad(evaluationRoutes.listCampaigns, { query: { limit: 1 } })
  const canCreate = rights.data?.canCreate ?? false
  const thisYear = Number(today.slice(0, 4))
  const years = Array.from({ length: 6 }, (_, back) => String(thisYear + 1 - back))
  return (
    <Page
      title={title}
      description={words.description}
      actions={
        <>
          {personId !== null && (
            <ButtonLink {...places.history(personId)} variant="default">
              {words.myHistory}
            </ButtonLink>
          )}
          <ButtonLink {...places.rounds()} variant="default">
            {words.rounds}
          </ButtonLink>
          <ButtonLink {...places.rulebooks()} variant="default">
            {words.rulebooks}
          </ButtonLink>
          <ButtonLink {...places.petitions()} variant="default">
            {words.petitions}
          </ButtonLink>
          {canCreate && <ButtonLink {...places.newCampaign()}>{words.newCampaign}</ButtonLink>}
        </>
      }
    >
      <FilterBar active={active} onClear={clear}>
        <SelectField
          label={words.status}
          value={values.status ?? null}
          onChange={(status) => set({ status: status ?? undefined })}
          choices={campaignStatuses.map((status) => ({ value: status, label: campaignStatus[status] }))}
          none={words.any}
        />
        <SelectField
          label={words.year}
          value={year === undefined ? null : String(year)}
          onChange={(next) => set({ year: next ?? undefined })}
          choices={years.map((each) => ({ value: each, label: each }))}
          none={words.any}
        />
      </FilterBar>
      <ErrorNotice error={list.error} onRetry={list.retry} />
      {list.loading && <LoadingRows rows={6} />}
      {!list.loading && list.error === null && (
        <DataTable
          caption={words.caption}
          columns={columns}
          rows={list.items}
          rowKey={(campaign) => campaign.id}
          more={list.more}
          refreshing={list.refreshing}
          empty={
            <div className="td-panel">
              <EmptyState
                title={active > 0 ? words.emptyFiltered : words.empty}
                action={canCreate && active === 0 ? <ButtonLink {...places.newCampaign()}>{words.newCampaign}</ButtonLink> : undefined}
              >
                {active > 0 ? undefined : canCreate ? words.emptyManage : words.emptyOthers}
              </EmptyState>
            </div>
          }
        />
      )}
    </Page>
  )
}

function useColumns(): Column<Campaign>[] {
  const words = useText(campaignsText).list
  const language = useLanguage()
  return [
    {
      key: 'name',
      header: words.name,
      lead: true,
      cell: (campaign) => (
        <div className={c.name}>
          <Link {...places.campaign(campaign.id)} className={c.open}>
            {campaign.name}
          </Link>
          <span className="td-quiet td-small">
            {campaign.period.label[language]} · {campaign.rulebook.documentNumber}
          </span>
        </div>
      ),
    },
    { key: 'scope', header: words.scope, cell: (campaign) => campaign.scope.name, hideOnPhone: true },
    { key: 'status', header: words.status, width: '150px', cell: (campaign) => <CampaignStatusBadge status={campaign.status} /> },
    { key: 'progress', header: words.progress, width: '170px', cell: (campaign) => <CampaignProgressCell campaign={campaign} /> },
    { key: 'due', header: words.due, width: '190px', cell: (campaign) => <RunningDeadline campaign={campaign} /> },
  ]
}

function CampaignProgressCell({ campaign }: { campaign: Campaign }) {
  const words = useText(campaignsText).list
  const progress = progressOf(campaign.counts.byStatus)
  if (campaign.status === 'draft') return <span>{words.people(progress.total)}</span>
  const deciding = campaign.status === 'deciding' || campaign.status === 'published' || campaign.status === 'closed'
  return <Progress done={deciding ? progress.decided : progress.superiorScored} total={progress.total} label={deciding ? words.decided : words.scored} />
}

/** The deadline of the step the campaign is at; nothing where none runs. */
function RunningDeadline({ campaign }: { campaign: Campaign }) {
  const { today } = useSession()
  const language = useLanguage()
  const due = runningDue(campaign)
  if (due === null) return <span className="td-quiet">—</span>
  const deadline = { due, today }
  return (
    <span className="td-row">
      <span>{showDate(due)}</span>
      <DeadlineBadge tone={deadlineTone(deadline)}>{showDeadline(deadline, language)}</DeadlineBadge>
    </span>
  )
}

function runningDue(campaign: Campaign): string | null {
  if (campaign.status === 'scoring') return campaign.counts.byStatus.self_scoring > 0 ? campaign.due.self : campaign.due.superior
  return campaign.status === 'compiling' || campaign.status === 'deciding' ? campaign.due.decide : null
}
