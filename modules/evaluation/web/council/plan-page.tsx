import { useState } from 'react'
import type { CampaignId } from '#kernel/id.ts'
import type { ReceivedOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useGo } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { useParam } from '#ui/use-param.ts'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { councilText } from './messages.ts'
import { MeetingForm, type Particulars } from './meeting-form.tsx'

/** Calls a meeting: day, place, form of the minutes, quorum, and who comes as what. */
export function PlanMeetingPage() {
  const words = useText(councilText)
  const { campaigns, refusals } = useText(evaluationText)
  const campaignId = useParam('campaignId') as CampaignId
  const { data, error, refetch } = useLoad(evaluationRoutes.meetingCandidates, { params: { campaignId } })
  return (
    <Page
      title={words.plan}
      crumbs={[
        { label: campaigns, to: places.campaigns().to },
        { label: words.meetingsOf, to: places.meetings(campaignId).to },
      ]}
    >
      <ErrorNotice error={error} refusals={refusals} onRetry={() => void refetch()} />
      {data === undefined && error === null && <LoadingRows rows={8} />}
      {data !== undefined && <Planning campaignId={campaignId} found={data} />}
    </Page>
  )
}

function Planning({ campaignId, found }: { campaignId: CampaignId; found: ReceivedOf<typeof evaluationRoutes.meetingCandidates> }) {
  const words = useText(councilText)
  const { today } = useSession()
  const go = useGo()
  const refresh = useRefresh()
  const [start] = useState<Particulars>(() => ({
    heldOn: today,
    place: '',
    heading: found.heading,
    superiorBody: found.superiorBody,
    bodyName: found.bodyName,
    quorum: 'two_thirds',
    attendees: found.candidates.flatMap((one) => (one.suggested === null ? [] : [{ person: one.person, title: one.title, role: one.suggested, votes: one.suggested === 'chair' || one.suggested === 'member', teller: false }])),
  }))
  const { act, busy, error } = useAct(
    (value: Particulars, options) => call(evaluationRoutes.planMeeting, { params: { campaignId }, body: { ...value, attendees: value.attendees.map(({ person, role, votes, teller }) => ({ personId: person.id, role, votes, teller })) } }, options),
    ({ meetingId }) => {
      void refresh(evaluationRoutes.listMeetings)
      toast(words.planned)
      go(places.meeting(meetingId).to, { search: { tab: 'people' } })
    },
  )
  return <MeetingForm start={start} submitLabel={words.plan} busy={busy} error={error} onSubmit={(value) => void act(value)} />
}
