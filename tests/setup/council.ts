import type { CampaignId, MeetingId } from '#kernel/id.ts'
import { meetingRoutes } from '#modules/evaluation/contract/meeting-routes.ts'
import { act, openOctober, putTasks, scoreAll } from './evaluation-campaigns.ts'
import type { CommunePerson, SmallCommune } from './small-commune.ts'
import type { TestServer } from './test-server.ts'

/** A campaign over October that awaits decision: everybody scored, the clerk and the engineer with tasks. */
export async function decidingOctober(server: TestServer, commune: SmallCommune): Promise<CampaignId> {
  await putTasks(server, commune, 'clerk', [{ assigned: 8, completed: 7, coefficient: '1/1' }])
  await putTasks(server, commune, 'engineer', [{ assigned: 10, completed: 10, coefficient: '3/2' }])
  await putTasks(server, commune, 'typist', [{ assigned: 4, completed: 4, coefficient: '1/1' }])
  const campaignId = await openOctober(commune)
  await scoreAll(commune, campaignId)
  await act(commune, campaignId, 'compile')
  await act(commune, campaignId, 'submit')
  return campaignId
}

const members: readonly CommunePerson[] = ['chair', 'officeHead', 'divisionHead', 'clerk', 'engineer']

/** The particulars of a meeting: the chair presides, four members vote, the clerk and the engineer count, the officer writes the minutes. */
export function meetingBody(commune: SmallCommune) {
  const { people } = commune
  return {
    heldOn: '2026-11-20',
    place: 'Phòng họp số 1',
    heading: 'state' as const,
    superiorBody: '',
    bodyName: 'Ủy ban nhân dân xã Thử Nghiệm',
    quorum: 'two_thirds' as const,
    attendees: [
      ...members.map((one) => ({ personId: people[one], role: one === 'chair' ? ('chair' as const) : ('member' as const), votes: true, teller: one === 'clerk' || one === 'engineer' })),
      { personId: people.officer, role: 'secretary' as const, votes: false, teller: false },
    ],
  }
}

/** Says who of the meeting is there. */
export async function attend(commune: SmallCommune, meetingId: MeetingId, present: readonly CommunePerson[]): Promise<void> {
  const { attendees } = await commune.as.officer.call(meetingRoutes.getMeeting, { params: { meetingId } })
  for (const one of present) {
    const version = attendees.find((each) => each.person.id === commune.people[one])?.version ?? 0
    await commune.as.officer.call(meetingRoutes.markAttendance, { params: { meetingId, personId: commune.people[one] }, body: { version, present: true, absenceReason: '' } })
  }
}

/** Plans a meeting, everybody there, and opens it. */
export async function openMeeting(commune: SmallCommune, campaignId: CampaignId, present: readonly CommunePerson[] = [...members, 'officer']): Promise<MeetingId> {
  const { meetingId } = await commune.as.officer.call(meetingRoutes.planMeeting, { params: { campaignId }, body: meetingBody(commune) })
  await attend(commune, meetingId, present)
  await moveMeeting(commune, meetingId, 'open')
  return meetingId
}

/** Opens or closes the meeting at its present version. */
export async function moveMeeting(commune: SmallCommune, meetingId: MeetingId, name: 'open' | 'close', conclusion = '') {
  const { version } = await commune.as.officer.call(meetingRoutes.getMeeting, { params: { meetingId } })
  return commune.as.officer.call(meetingRoutes.actOnMeeting, { params: { meetingId }, body: { version, act: name, conclusion } })
}
