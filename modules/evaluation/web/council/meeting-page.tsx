import { Tabs } from '@mantine/core'
import type { MeetingId } from '#kernel/id.ts'
import { useLoad } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { choiceFilter, useFilters } from '#ui/filters.ts'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { useParam } from '#ui/use-param.ts'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { BallotTab } from './ballot-tab.tsx'
import { askAgain, type Meeting } from './council-view.ts'
import { MeetingActs } from './meeting-acts.tsx'
import { councilText } from './messages.ts'
import { MinutesTab } from './minutes-tab.tsx'
import { PeopleTab } from './people-tab.tsx'
import { Wall } from './wall.tsx'

const tabs = ['wall', 'ballot', 'people', 'minutes'] as const
const tabFilter = { tab: choiceFilter(tabs) }

/** One meeting: the board for the wall, the ballot for each attendee, who is there, what was concluded. */
export function MeetingPage() {
  const words = useText(councilText)
  const { campaigns } = useText(evaluationText)
  const meetingId = useParam('meetingId') as MeetingId
  const { data, error, refetch } = useLoad(evaluationRoutes.getMeeting, { params: { meetingId } }, { every: askAgain })
  if (data === undefined || data.id !== meetingId) {
    return (
      <Page title={words.meetingsOf} crumbs={[{ label: campaigns, to: places.campaigns().to }]}>
        {error === null ? <LoadingRows rows={8} /> : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      </Page>
    )
  }
  return <OneMeeting key={data.id} meeting={data} />
}

/** On a phone an attendee came to vote; the board is for the wall. */
function firstTab(meeting: Meeting): (typeof tabs)[number] {
  if (meeting.status === 'planned' && meeting.can.includes('attend')) return 'people'
  const phone = window.matchMedia('(max-width: 48em)').matches
  return meeting.seesBoard && !(phone && meeting.attends) ? 'wall' : 'ballot'
}

function OneMeeting({ meeting }: { meeting: Meeting }) {
  const words = useText(councilText)
  const { campaigns } = useText(evaluationText)
  const language = useLanguage()
  const { values, set } = useFilters(tabFilter)
  const shown = tabs.filter((tab) => (tab === 'wall' ? meeting.seesBoard : true))
  const tab = values.tab !== undefined && shown.includes(values.tab) ? values.tab : firstTab(meeting)
  const { attendance } = meeting
  return (
    <Page
      title={words.meeting(showDate(meeting.heldOn))}
      mark={<StatusBadge tone={meeting.status === 'open' ? 'good' : meeting.status === 'planned' ? 'info' : 'neutral'}>{words.status[meeting.status]}</StatusBadge>}
      description={[meeting.bodyName, meeting.campaign.periodLabel[language], `${words.attendance(attendance.present, attendance.convened)}, ${attendance.met ? words.quorumMet : words.quorumMissing}`].join(' · ')}
      crumbs={[
        { label: campaigns, to: places.campaigns().to },
        { label: meeting.campaign.name, to: places.campaign(meeting.campaign.id).to },
        { label: words.meetingsOf, to: places.meetings(meeting.campaign.id).to },
      ]}
      actions={<MeetingActs meeting={meeting} />}
      wide={tab === 'wall'}
    >
      <Tabs value={tab} onChange={(next) => set({ tab: tabs.find((each) => each === next) })} keepMounted={false}>
        <Tabs.List aria-label={words.meetingsOf}>
          {shown.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {words.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {meeting.seesBoard && (
          <Tabs.Panel value="wall" pt="md">
            <Wall meeting={meeting} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="ballot" pt="md">
          <BallotTab meeting={meeting} />
        </Tabs.Panel>
        <Tabs.Panel value="people" pt="md">
          <PeopleTab meeting={meeting} />
        </Tabs.Panel>
        <Tabs.Panel value="minutes" pt="md">
          <MinutesTab meeting={meeting} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
