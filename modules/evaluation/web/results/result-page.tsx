import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import { useLoad } from '#platform/web/load.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { useParam } from '#ui/use-param.ts'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { decreeForm } from '../../domain/decree-form.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { FileButton } from './file-button.tsx'
import { resultsText } from './messages.ts'
import { PublishedSet } from './published-set.tsx'
import { ReplaceDialog } from './replace-dialog.tsx'
import { ResponsePanel } from './response-panel.tsx'
import { ResultHead } from './result-head.tsx'
import { ResultRecords } from './result-records.tsx'
import { ResultSteps } from './result-steps.tsx'
import { ResultSummary } from './result-summary.tsx'
import type { ResultDetail } from './result-view.ts'
import { SheetComparison } from './sheet-comparison.tsx'
import { EarlyResponses } from '../sheet/early-responses.tsx'
import { UnitBoundNotice } from '../units/unit-bound-notice.tsx'

/** "Vì sao 87,50?": one result, how it came about, who decided what, and what may be said about it. */
export function ResultPage() {
  const words = useText(resultsText)
  const { campaigns } = useText(evaluationText)
  const campaignId = useParam('campaignId') as CampaignId
  const personId = useParam('personId') as PersonId
  const { data: result, error, refetch } = useLoad(evaluationRoutes.getResult, { params: { campaignId, personId } })
  const { rulebook, error: rulebookError, retry } = useRulebook(result?.campaign.rulebook.id, result?.campaign.rulebook.version)
  if (result === undefined || result.row.person.id !== personId || result.campaign.id !== campaignId) {
    return (
      <Page title={words.list.title} crumbs={[{ label: campaigns, to: places.campaigns().to }]}>
        {error === null ? <LoadingRows rows={8} /> : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      </Page>
    )
  }
  return (
    <>
      <ErrorNotice error={rulebookError} onRetry={retry} />
      <Result key={`${campaignId}${personId}`} result={result} rulebook={rulebook} />
    </>
  )
}

function Result({ result, rulebook }: { result: ResultDetail; rulebook: CompiledRulebook | undefined }) {
  const words = useText(resultsText)
  const { campaigns, refusals } = useText(evaluationText)
  const language = useLanguage()
  const [doing, setDoing] = useState<'decide' | 'replace'>()
  const { row, campaign, can } = result
  const { resultId } = row
  const yearly = campaign.periodKind === 'year'
  return (
    <Page
      title={row.total === null ? words.result.whyNone : words.result.why(showDecimal(row.total, language))}
      description={[row.person.fullName, row.title, row.unit.name, campaign.periodLabel[language], campaign.rulebook.documentNumber].filter((part) => part !== '').join(' · ')}
      crumbs={[
        { label: campaigns, to: places.campaigns().to },
        { label: campaign.name, to: places.campaign(campaign.id).to },
        { label: words.list.title, to: places.results(campaign.id).to },
      ]}
      actions={
        <>
          <ButtonLink {...places.history(row.person.id)} variant="default">
            {words.history.title}
          </ButtonLink>
          {can.includes('print') && rulebook !== undefined && decreeForm(rulebook, campaign.periodKind) !== null && (
            <FileButton route={yearly ? evaluationRoutes.form02 : evaluationRoutes.form01} input={{ params: { campaignId: campaign.id }, query: { personId: row.person.id } }} name={`${yearly ? 'mau-02' : 'mau-01'}-${row.code}.pdf`}>
              {words.result.print(yearly ? words.list.form02 : words.list.form01)}
            </FileButton>
          )}
          {can.includes('print') && rulebook !== undefined && (
            <FileButton route={evaluationRoutes.resultForm} input={{ params: { campaignId: campaign.id }, query: { personId: row.person.id } }} name={`phieu-xep-loai-${row.code}.pdf`}>
              {words.result.print(words.list.resultForm)}
            </FileButton>
          )}
          {can.includes('replace') && resultId !== null && (
            <Button variant="default" onClick={() => setDoing('replace')} disabled={row.openPetition}>
              {words.result.replace}
            </Button>
          )}
          {can.includes('decide') && <Button onClick={() => setDoing('decide')}>{row.decidedLevel === null ? words.list.decide : words.list.decideAgain}</Button>}
        </>
      }
    >
      {row.relative && <Notice tone="warn">{refusals['evaluation.result.relative']}</Notice>}
      <ResultHead result={result} rulebook={rulebook} />
      {rulebook !== undefined && <ResultSummary result={result} rulebook={rulebook} />}
      {rulebook !== undefined && result.unitBound !== null && <UnitBoundNotice bound={result.unitBound} unit={row.unit} rulebook={rulebook} />}
      <EarlyResponses campaignId={campaign.id} personId={row.person.id} responses={result.earlyResponses} until={result.earlyUntil} own={false} mayRespond={false} />
      {resultId !== null && <ResponsePanel result={result} resultId={resultId} />}
      <ResultRecords result={result} rulebook={rulebook} />
      <PublishedSet result={result} />
      <ResultSteps result={result} rulebook={rulebook} />
      {rulebook !== undefined && <SheetComparison result={result} rulebook={rulebook} />}
      {doing === 'decide' && rulebook !== undefined && <DecideDialog campaignId={campaign.id} rulebook={rulebook} row={row} onClose={() => setDoing(undefined)} />}
      {doing === 'replace' && rulebook !== undefined && resultId !== null && <ReplaceDialog result={result} resultId={resultId} rulebook={rulebook} onClose={() => setDoing(undefined)} />}
    </Page>
  )
}
