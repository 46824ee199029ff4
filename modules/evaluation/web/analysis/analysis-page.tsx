import type { CampaignId } from '#kernel/id.ts'
import { useLoad } from '#platform/web/load.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Stat, Stats } from '#ui/figures.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { useParam } from '#ui/use-param.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import type { Analysis } from './analysis-view.ts'
import { ComparisonSection } from './comparison-section.tsx'
import { Figure } from './figure.tsx'
import { analysisText } from './messages.ts'

/** What the numbers hide, for the personnel body only: advisory, said so at the top. */
export function AnalysisPage() {
  const words = useText(analysisText)
  const { campaigns } = useText(evaluationText)
  const campaignId = useParam('campaignId') as CampaignId
  const campaign = useLoad(evaluationRoutes.getCampaign, { params: { campaignId } })
  const analysis = useLoad(evaluationRoutes.analyseCampaign, { params: { campaignId } })
  const name = campaign.data?.name
  const crumbs = [{ label: campaigns, to: places.campaigns().to }, ...(name === undefined ? [] : [{ label: name, to: places.campaign(campaignId).to }])]
  const { data } = analysis
  return (
    <Page title={name === undefined ? words.title : words.of(name)} description={words.description} crumbs={crumbs}>
      <Notice tone="warn" title={words.advisory}>
        <p>{words.advisoryBody}</p>
        <p>{words.unit}</p>
      </Notice>
      <ErrorNotice error={analysis.error} onRetry={() => void analysis.refetch()} />
      {analysis.isPending && <LoadingRows rows={8} />}
      {data !== undefined && (data.sheets.self + data.sheets.superior + data.sheets.other === 0 ? <EmptyState title={words.nothing}>{words.nothingBody}</EmptyState> : <Findings analysis={data} />)}
    </Page>
  )
}

function Findings({ analysis }: { analysis: Analysis }) {
  const words = useText(analysisText)
  const few = <span className="td-quiet">{words.raters.few}</span>
  return (
    <>
      <Stats>
        {(['self', 'superior', 'other'] as const).map((kind) => (
          <Stat key={kind} label={words.sheets[kind]} value={analysis.sheets[kind]} />
        ))}
      </Stats>
      {analysis.raters.length > 0 && (
        <Section title={words.raters.title} description={words.raters.description}>
          <DataTable
            caption={words.raters.title}
            rows={analysis.raters}
            rowKey={(row) => row.person.id}
            columns={[
              { key: 'name', header: words.raters.name, lead: true, cell: (row) => row.person.fullName },
              { key: 'sheets', header: words.raters.count, align: 'right', width: '90px', cell: (row) => row.sheets },
              { key: 'mean', header: words.raters.mean, align: 'right', width: '110px', cell: (row) => <Figure value={row.mean} unit="%" /> },
              { key: 'leniency', header: words.raters.leniency, align: 'right', width: '130px', cell: (row) => (row.leniency === null ? few : <Figure value={row.leniency} signed />) },
              { key: 'spread', header: words.raters.spread, align: 'right', width: '150px', cell: (row) => (row.spread === null ? few : <Figure value={row.spread} />) },
              { key: 'within', header: words.raters.within, align: 'right', width: '150px', cell: (row) => (row.within === null ? few : <Figure value={row.within} />) },
              { key: 'flat', header: words.raters.flat, align: 'right', width: '110px', cell: (row) => `${row.flat}/${row.sheets}` },
            ]}
          />
          <p className="td-quiet td-small">{words.raters.flatHint}</p>
        </Section>
      )}
      <AgreementSection agreement={analysis.agreement} />
      <ComparisonSection comparisons={analysis.comparisons} />
      <Section title={words.good.title}>
        {analysis.goodGroups.length === 0 ? (
          <p>{analysis.levelled ? words.good.none : words.good.later}</p>
        ) : (
          <DataTable
            caption={words.good.title}
            rows={analysis.goodGroups}
            rowKey={(row) => `${row.scope} ${row.name}`}
            columns={[
              { key: 'name', header: words.good.name, lead: true, cell: (row) => row.name },
              { key: 'kind', header: words.good.kind, width: '220px', cell: (row) => words.good.scope[row.scope] },
              { key: 'people', header: words.good.people, align: 'right', width: '110px', cell: (row) => row.people },
              { key: 'best', header: words.good.best, align: 'right', width: '150px', cell: (row) => row.best },
            ]}
          />
        )}
      </Section>
    </>
  )
}

function AgreementSection({ agreement }: { agreement: Analysis['agreement'] }) {
  const words = useText(analysisText).agreement
  const { pairs, difference, distance, equal, correlation } = agreement
  return (
    <Section title={words.title}>
      {difference === null || distance === null ? (
        <p>{words.none}</p>
      ) : (
        <>
          <Stats>
            <Stat label={words.pairs} value={pairs} />
            <Stat label={words.difference} value={<Figure value={difference} signed />} />
            <Stat label={words.distance} value={<Figure value={distance} />} />
            <Stat label={words.equal} value={`${equal}/${pairs}`} />
            {correlation !== null && <Stat label={words.correlation} value={<Figure value={correlation} />} />}
          </Stats>
          {correlation === null && <p className="td-quiet td-small">{words.noCorrelation}</p>}
        </>
      )}
    </Section>
  )
}
