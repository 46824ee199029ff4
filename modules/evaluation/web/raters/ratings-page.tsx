import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CampaignId } from '#kernel/id.ts'
import { keyOf } from '#platform/web/load.ts'
import { useDevice } from '#platform/web/offline/device.ts'
import { readKept } from '#platform/web/offline/kept-reads.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { ReadNotice } from '#ui/read-notice.tsx'
import { useText } from '#ui/text.ts'
import { useParam } from '#ui/use-param.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { unnamedDraft } from '../offline/send-unnamed-ratings.ts'
import { places } from '../places.ts'
import { ConfidenceMark } from '../rulebook/confidence-mark.tsx'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { ratersText } from './messages.ts'
import { NamedRatings } from './named-ratings.tsx'
import { RatingGrid } from './rating-grid.tsx'
import type { Ratings } from './rating-view.ts'
import { UnnamedRatings } from './unnamed-ratings.tsx'
import { UnsentRatings } from './unsent-ratings.tsx'

/** Everybody the person signed in rates as one kind of rater of a campaign, side by side. */
export function RatingsPage() {
  const words = useText(ratersText)
  const common = useText(evaluationText)
  const language = useLanguage()
  const input = { params: { campaignId: useParam('campaignId') as CampaignId, kind: useParam('kind') } }
  // Never from an earlier visit: the form starts from what is stored now.
  const ratings = useQuery({
    queryKey: keyOf(evaluationRoutes.getRatings, input),
    queryFn: ({ signal, client, queryKey }) => readKept(client, queryKey, evaluationRoutes.getRatings, input, signal),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnReconnect: false,
  })
  const { data } = ratings
  useForgottenDraft(data)
  const { rulebook, error, retry } = useRulebook(data?.campaign.rulebook.id, data?.campaign.rulebook.version)
  if (data === undefined || rulebook === undefined) {
    const wrong = ratings.error ?? error
    return <Page title={words.title('…')}>{wrong === null || wrong === undefined ? <LoadingRows rows={8} /> : <ErrorNotice error={wrong} refusals={common.refusals} onRetry={() => (ratings.error === null ? retry() : void ratings.refetch())} />}</Page>
  }
  const { campaign, kind, subjects } = data
  const reload = () => void ratings.refetch()
  return (
    <Page
      title={words.title(kind.name[language])}
      description={`${campaign.period.label[language]} · ${words.due(showDate(campaign.due))}`}
      mark={<ConfidenceMark value={rulebook.confidence} />}
      crumbs={[{ label: common.campaigns, ...places.campaigns() }]}
    >
      <ReadNotice error={ratings.error} readAt={ratings.dataUpdatedAt} refusals={common.refusals} onRetry={reload} />
      <p className="td-quiet">{campaign.name}</p>
      {kind.anonymous ? (
        data.canRate ? (
          <>
            <Notice tone="info">
              <p>{words.unnamed(kind.atLeast)}</p>
            </Notice>
            <UnnamedRatings data={data} rulebook={rulebook} onSent={reload} />
          </>
        ) : (
          <Notice tone="info">
            <p>{subjects.some((each) => each.status === 'submitted') ? words.sentUnnamed : words.closed}</p>
          </Notice>
        )
      ) : data.canRate ? (
        <>
          <p className="td-quiet">{words.named}</p>
          <NamedRatings data={data} rulebook={rulebook} onSent={reload} />
        </>
      ) : (
        <>
          <Notice tone="info">
            <p>{words.closed}</p>
          </Notice>
          <UnsentRatings data={data} rulebook={rulebook} />
          <RatingGrid rulebook={rulebook} settings={campaign.settings} subjects={subjects} pointsOf={(id) => subjects.find((each) => each.person.id === id)?.points ?? {}} />
        </>
      )}
    </Page>
  )
}

/** Unnamed points that were sent from elsewhere, or that nobody takes any more, do not stay on the device. */
function useForgottenDraft(data: Ratings | undefined): void {
  const { vault } = useDevice()
  useEffect(() => {
    if (data?.kind.anonymous === true && !data.canRate) void vault.remove('draft', unnamedDraft(data.campaign.id, data.kind.id))
  }, [vault, data])
}
