import { Button } from '@mantine/core'
import { useState } from 'react'
import { isUuid, type CampaignId, type PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useLoadPages, useRefresh } from '#platform/web/load.ts'
import { useMay } from '#platform/web/session.ts'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useFilters } from '#ui/filters.ts'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { newRequestId } from '#ui/request-id.ts'
import { useParam } from '#ui/use-param.ts'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { evaluationRoutes } from '../../contract/routes.ts'
import { decidableLevels } from '../../domain/decision.ts'
import { decreeForm } from '../../domain/decree-form.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { CampaignStatusBadge, type Campaign } from '../campaigns/campaign-view.tsx'
import { NextAct } from '../campaigns/next-act.tsx'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { FileButton } from './file-button.tsx'
import { resultsText } from './messages.ts'
import { QuotaPanel } from './quota-panel.tsx'
import { ResultFilterBar, resultFilters } from './result-filters.tsx'
import { ResultTable } from './result-table.tsx'
import type { ResultRow } from './result-view.ts'
import c from './results.module.css'

/** Kết quả of one campaign: the list, the quotas, decisions, forms. */
export function ResultsPage() {
  const words = useText(resultsText).list
  const { campaigns } = useText(evaluationText)
  const campaignId = useParam('campaignId') as CampaignId
  const { data: campaign, error, refetch } = useLoad(evaluationRoutes.getCampaign, { params: { campaignId } })
  if (campaign === undefined || campaign.id !== campaignId) {
    return (
      <Page title={words.title} crumbs={[{ label: campaigns, to: places.campaigns().to }]}>
        {error === null ? <LoadingRows rows={8} /> : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      </Page>
    )
  }
  return <Results key={campaign.id} campaign={campaign} />
}

function Results({ campaign }: { campaign: Campaign }) {
  const words = useText(resultsText).list
  const { campaigns, refusals } = useText(evaluationText)
  const language = useLanguage()
  const refresh = useRefresh()
  const mayDecide = useMay('evaluation:decide')
  const filters = useFilters(resultFilters)
  const { values } = filters
  const [chosen, setChosen] = useState<ReadonlyMap<PersonId, ResultRow>>(new Map())
  const [deciding, setDeciding] = useState<ResultRow>()
  const [confirming, setConfirming] = useState(false)
  const { rulebook, error: rulebookError, retry } = useRulebook(campaign.rulebook.id, campaign.rulebook.version)
  const list = useLoadPages(evaluationRoutes.listResults, {
    params: { campaignId: campaign.id },
    query: {
      limit: 100,
      ...(values.q === undefined ? {} : { search: values.q.slice(0, 100) }),
      ...(values.unit !== undefined && isUuid(values.unit) ? { unitId: values.unit } : {}),
      ...(values.group === undefined ? {} : { peerGroup: values.group }),
      ...(values.level === undefined ? {} : { level: values.level.slice(0, 40) }),
      ...(values.only === undefined ? {} : { only: values.only }),
      ...(values.sort === undefined ? {} : { sort: values.sort }),
    },
  })
  const decides = campaign.status === 'deciding' && list.items.some((row) => row.can.includes('decide'))
  const seesQuota = campaign.manages || decides || (mayDecide && list.items.some((row) => row.total !== null))
  const peerGroups = [...new Set(list.items.map((row) => row.peerGroup).filter((group) => group !== ''))].sort((a, b) => a.localeCompare(b, 'vi'))
  const levels = rulebook === undefined ? [] : decidableLevels(rulebook)
  const admits = (row: ResultRow) => row.can.includes('decide') && row.decidedLevel === null && row.provisionalLevel !== null && levels.includes(row.provisionalLevel)
  const admitted = list.items.filter(admits)
  const toggle = (row: ResultRow) => {
    const next = new Map(chosen)
    if (!next.delete(row.person.id)) next.set(row.person.id, row)
    setChosen(next)
  }
  const decideChosen = async () => {
    const results = [...chosen.values()].slice(0, 500).map((row) => ({ personId: row.person.id, version: row.version }))
    const done = await call(evaluationRoutes.decideAsProposed, { params: { campaignId: campaign.id }, body: { results } }, { requestId: newRequestId() })
    await refresh(evaluationRoutes.listResults, evaluationRoutes.quotas, evaluationRoutes.getCampaign, evaluationRoutes.getResult, evaluationRoutes.myWork)
    setChosen(new Map())
    toast(words.decidedMany(done.decided))
  }
  return (
    <Page
      title={words.of(campaign.name)}
      mark={<CampaignStatusBadge status={campaign.status} />}
      description={`${campaign.period.label[language]} · ${campaign.scope.name}`}
      crumbs={[
        { label: campaigns, to: places.campaigns().to },
        { label: campaign.name, to: places.campaign(campaign.id).to },
      ]}
    >
      {campaign.manages && campaign.status === 'deciding' && <NextAct campaign={campaign} />}
      {seesQuota && <QuotaPanel campaignId={campaign.id} />}
      <Papers campaign={campaign} rulebook={rulebook} unitId={values.unit !== undefined && isUuid(values.unit) ? values.unit : undefined} mayPrint={list.items.some((row) => row.can.includes('print'))} />
      <ResultFilterBar rulebook={rulebook} peerGroups={peerGroups} filters={filters} />
      {decides && admitted.length > 0 && (
        <div className={c.tools}>
          <Button onClick={() => setConfirming(true)} disabled={chosen.size === 0}>
            {words.decideChosen(chosen.size)}
          </Button>
          <Button
            variant="subtle"
            onClick={() => setChosen(chosen.size > 0 ? new Map() : new Map(admitted.map((row) => [row.person.id, row])))}
          >
            {chosen.size > 0 ? words.pickNone : words.pickAll}
          </Button>
        </div>
      )}
      <ErrorNotice error={list.error ?? rulebookError} onRetry={list.error === null ? retry : list.retry} refusals={refusals} />
      {list.loading && <LoadingRows rows={8} />}
      {!list.loading && list.error === null && (
        <ResultTable
          campaignId={campaign.id}
          rulebook={rulebook}
          rows={list.items}
          more={list.more}
          refreshing={list.refreshing}
          sortedByTotal={values.sort === 'total'}
          pick={decides ? { chosen: new Set(chosen.keys()), admits, toggle } : undefined}
          onDecide={setDeciding}
          empty={
            <div className="td-panel">
              <EmptyState title={filters.active > 0 ? words.emptyFiltered : words.empty}>{filters.active > 0 ? undefined : words.emptyBody}</EmptyState>
            </div>
          }
        />
      )}
      {!campaign.manages && <p className="td-quiet td-small">{words.hidden}</p>}
      {deciding !== undefined && rulebook !== undefined && <DecideDialog campaignId={campaign.id} rulebook={rulebook} row={deciding} onClose={() => setDeciding(undefined)} />}
      {confirming && (
        <ConfirmDialog
          title={words.decideChosenTitle(Math.min(chosen.size, 500))}
          confirmLabel={words.decide}
          refusals={refusals}
          onConfirm={decideChosen}
          onClose={() => setConfirming(false)}
        >
          <p>{words.decideChosenBody}</p>
        </ConfirmDialog>
      )}
    </Page>
  )
}

/** The list as a workbook and the forms of everybody the actor may print; the general form of one unit while the list is of one. */
function Papers({ campaign, rulebook, unitId, mayPrint }: { campaign: Campaign; rulebook: CompiledRulebook | undefined; unitId: string | undefined; mayPrint: boolean }) {
  const words = useText(resultsText).list
  if (!campaign.manages && !mayPrint) return null
  const params = { campaignId: campaign.id }
  const period = campaign.period.from.slice(0, campaign.period.kind === 'year' ? 4 : 7)
  const form = rulebook === undefined || !campaign.manages ? null : decreeForm(rulebook, campaign.period.kind)
  return (
    <div className={`${c.tools} td-no-print`}>
      {campaign.manages && (
        <FileButton route={evaluationRoutes.resultsWorkbook} input={{ params }} name={`ket-qua-${period}.xlsx`} kind="download">
          {words.workbook}
        </FileButton>
      )}
      {form === 'mau_02' && (
        <FileButton route={evaluationRoutes.form02} input={{ params, query: {} }} name={`mau-02-${period}.pdf`}>
          {words.forms(words.form02)}
        </FileButton>
      )}
      {form === 'mau_01' && (
        <FileButton route={evaluationRoutes.form01} input={{ params, query: {} }} name={`mau-01-${period}.pdf`}>
          {words.forms(words.form01)}
        </FileButton>
      )}
      {rulebook !== undefined && (
        <FileButton route={evaluationRoutes.resultForm} input={{ params, query: unitId === undefined ? {} : { unitId } }} name={`phieu-xep-loai-${period}.pdf`}>
          {unitId === undefined ? words.forms(words.resultForm) : words.formsOfUnit}
        </FileButton>
      )}
    </div>
  )
}
