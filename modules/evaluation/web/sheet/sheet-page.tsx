import { useQuery } from '@tanstack/react-query'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import { keyOf } from '#platform/web/load.ts'
import { readKept } from '#platform/web/offline/kept-reads.ts'
import { useSession } from '#platform/web/session.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { ReadNotice } from '#ui/read-notice.tsx'
import { useText } from '#ui/text.ts'
import { useParam } from '#ui/use-param.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { fromShorterPeriods } from '../../domain/period-kinds.ts'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { PlanSection } from '../plan/plan-section.tsx'
import { sheetText } from './messages.ts'
import { SheetEditor } from './sheet-editor.tsx'
import { SheetReader } from './sheet-reader.tsx'
import { SharedCampaigns } from './shared-campaigns.tsx'

/** Phiếu chấm điểm: one subject's sheet, to fill in by whose turn it is, to read by everybody else concerned. */
export function SheetPage() {
  const words = useText(sheetText)
  const common = useText(evaluationText)
  const language = useLanguage()
  const session = useSession()
  const input = { params: { campaignId: useParam('campaignId') as CampaignId, personId: useParam('personId') as PersonId } }
  // Never from an earlier visit to the screen: what is stored has moved on with every save since, and the form starts from it.
  const sheet = useQuery({
    queryKey: keyOf(evaluationRoutes.getSheet, input),
    queryFn: ({ signal, client, queryKey }) => readKept(client, queryKey, evaluationRoutes.getSheet, input, signal),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnReconnect: false,
  })
  const data = sheet.data
  const { rulebook, error: rulebookError, retry } = useRulebook(data?.campaign.rulebook.id, data?.campaign.rulebook.version)
  if (data === undefined || rulebook === undefined) {
    const error = sheet.error ?? rulebookError
    return (
      <Page title={words.own}>
        {error === null || error === undefined ? <LoadingRows rows={10} /> : <ErrorNotice error={error} refusals={common.refusals} onRetry={() => (sheet.error === null ? retry() : void sheet.refetch())} />}
      </Page>
    )
  }
  const { campaign, subject } = data
  const mine = subject.person.id === session.personId
  const year = fromShorterPeriods(rulebook, campaign.period.kind)
  const rater = data.can.includes('save_self') ? 'self' : data.can.includes('save_superior') ? 'superior' : undefined
  const title = mine ? (year ? words.yearOwn : words.own) : year ? words.yearTitle(subject.person.fullName) : words.title(subject.person.fullName)
  const due = rater === 'superior' ? words.dueSuperior(showDate(campaign.due.superior)) : words.dueSelf(showDate(campaign.due.self))
  return (
    <Page
      title={title}
      description={rater === undefined ? campaign.period.label[language] : `${campaign.period.label[language]} · ${due}`}
      mark={<StatusBadge tone={rater === undefined ? 'neutral' : 'info'}>{common.participantStatus[subject.status]}</StatusBadge>}
      crumbs={[
        { label: common.campaigns, ...places.campaigns() },
        { label: campaign.name, ...places.campaign(campaign.id) },
      ]}
    >
      <ReadNotice error={sheet.error} readAt={sheet.dataUpdatedAt} refusals={common.refusals} onRetry={() => void sheet.refetch()} />
      <SharedCampaigns data={data} />
      <PlanSection data={data} rulebook={rulebook} />
      {rater === undefined ? (
        <SheetReader data={data} rulebook={rulebook} />
      ) : (
        <SheetEditor key={`${campaign.id} ${subject.person.id} ${rater}`} data={data} rulebook={rulebook} rater={rater} />
      )}
    </Page>
  )
}
