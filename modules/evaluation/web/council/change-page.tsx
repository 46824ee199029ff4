import type { MeetingId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
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
import type { Meeting } from './council-view.ts'
import { councilText } from './messages.ts'
import { MeetingForm, type Particulars } from './meeting-form.tsx'

/** Changes a meeting that has not opened yet. */
export function ChangeMeetingPage() {
  const words = useText(councilText)
  const { refusals } = useText(evaluationText)
  const meetingId = useParam('meetingId') as MeetingId
  const { data, error, refetch } = useLoad(evaluationRoutes.getMeeting, { params: { meetingId } })
  const known = data?.id === meetingId ? data : undefined
  return (
    <Page title={words.change} crumbs={known === undefined ? [] : [{ label: words.meetingsOf, to: places.meetings(known.campaign.id).to }]}>
      <ErrorNotice error={error} refusals={refusals} onRetry={() => void refetch()} />
      {known === undefined && error === null && <LoadingRows rows={8} />}
      {known !== undefined && <Changing key={known.id} meeting={known} />}
    </Page>
  )
}

function Changing({ meeting }: { meeting: Meeting }) {
  const words = useText(councilText)
  const go = useGo()
  const refresh = useRefresh()
  const { act, busy, error } = useAct(
    (value: Particulars, options) =>
      call(evaluationRoutes.changeMeeting, { params: { meetingId: meeting.id }, body: { ...value, version: meeting.version, attendees: value.attendees.map(({ person, role, votes, teller }) => ({ personId: person.id, role, votes, teller })) } }, options),
    () => {
      void refresh(evaluationRoutes.getMeeting, evaluationRoutes.listMeetings)
      toast(words.saved)
      go(places.meeting(meeting.id).to, { search: { tab: 'people' } })
    },
  )
  const { heldOn, place, heading, superiorBody, bodyName, quorum, attendees } = meeting
  return <MeetingForm start={{ heldOn, place, heading, superiorBody, bodyName, quorum, attendees }} submitLabel={words.save} busy={busy} error={error} onSubmit={(value) => void act(value)} />
}
