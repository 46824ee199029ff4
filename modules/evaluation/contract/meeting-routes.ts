import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line, prose } from '#platform/contract/shapes.ts'
import { attendeeRoles, meetingActs, meetingStatuses, paperHeadings, quorums } from '../domain/meeting.ts'
import { attendeeCandidate, meetingBoard, meetingDetail, meetingSummary } from './meeting-views.ts'
import { personRef } from './views.ts'

const campaignId = z.object({ campaignId: idOf<'campaign'>() })
const meetingId = z.object({ meetingId: idOf<'meeting'>() })
const onePerson = z.object({ meetingId: idOf<'meeting'>(), personId: idOf<'person'>() })
const version = z.number().int()
const level = z.string().max(40)

const particulars = {
  heldOn: dateShape,
  place: line(200),
  heading: z.enum(paperHeadings),
  superiorBody: prose(200),
  bodyName: line(200),
  quorum: z.enum(quorums),
  attendees: z.array(z.object({ personId: idOf<'person'>(), role: z.enum(attendeeRoles), votes: z.boolean(), teller: z.boolean() })).min(1).max(300),
}
const stale = ['evaluation.meeting.changed', 'evaluation.meeting.wrong-status', 'platform.not-found'] as const
const underWay = ['evaluation.meeting.wrong-status', 'evaluation.meeting.not-deciding', 'platform.not-found'] as const

export const meetingRoutes = defineRoutes({
  listMeetings: {
    method: 'GET',
    path: '/api/evaluation/campaigns/:campaignId/meetings',
    summary: 'Meetings of a campaign: all for who runs them or decides, else those one is called to',
    permission: 'organisation:read',
    params: campaignId,
    reply: z.object({ meetings: z.array(meetingSummary), canPlan: z.boolean() }),
    refusals: ['platform.not-found'],
  },
  meetingCandidates: {
    method: 'GET',
    path: '/api/evaluation/campaigns/:campaignId/meeting-candidates',
    summary: 'Who could be called to a meeting, with the roles their posts suggest, and the heading of the minutes',
    permission: 'evaluation:manage',
    params: campaignId,
    reply: z.object({ candidates: z.array(attendeeCandidate), heading: z.enum(paperHeadings), superiorBody: z.string(), bodyName: z.string() }),
    refusals: ['platform.not-found'],
  },
  planMeeting: {
    method: 'POST',
    path: '/api/evaluation/campaigns/:campaignId/meetings',
    summary: 'Call a meeting that discusses the levels of a campaign',
    permission: 'evaluation:manage',
    params: campaignId,
    body: z.object(particulars),
    reply: z.object({ meetingId: idOf<'meeting'>(), version }),
    refusals: ['evaluation.meeting.bad-attendees', 'evaluation.campaign.wrong-status', 'platform.not-found'],
  },
  changeMeeting: {
    method: 'PUT',
    path: '/api/evaluation/meetings/:meetingId',
    summary: 'Change a meeting that has not opened yet',
    permission: 'evaluation:manage',
    params: meetingId,
    body: z.object({ version, ...particulars }),
    reply: z.object({ version }),
    refusals: [...stale, 'evaluation.meeting.bad-attendees'],
  },
  getMeeting: {
    method: 'GET',
    path: '/api/evaluation/meetings/:meetingId',
    summary: 'A meeting for those called to it: attendance, ballots with one’s own part in them, totals of those that have ended',
    permission: 'organisation:read',
    params: meetingId,
    reply: meetingDetail,
    refusals: ['platform.not-found'],
  },
  meetingBoard: {
    method: 'GET',
    path: '/api/evaluation/meetings/:meetingId/board',
    summary: 'The wall screen: scores, levels, earlier periods, warnings, proposals, quotas under each base, tie-breaks proposed',
    permission: 'organisation:read',
    params: meetingId,
    reply: meetingBoard,
    refusals: ['platform.not-found'],
  },
  actOnMeeting: {
    method: 'POST',
    path: '/api/evaluation/meetings/:meetingId/acts',
    summary: 'Open a meeting that has its quorum, or close it with its conclusion',
    permission: 'organisation:read',
    params: meetingId,
    body: z.object({ version, act: z.enum(meetingActs), conclusion: prose(8000) }),
    reply: z.object({ version, status: z.enum(meetingStatuses) }),
    refusals: [...stale, 'evaluation.meeting.no-quorum', 'evaluation.meeting.question-open', 'evaluation.meeting.not-deciding'],
  },
  markAttendance: {
    method: 'PUT',
    path: '/api/evaluation/meetings/:meetingId/attendees/:personId',
    summary: 'Say who is present, and why not',
    permission: 'organisation:read',
    params: onePerson,
    body: z.object({ version, present: z.boolean(), absenceReason: prose(300) }),
    reply: z.object({ version }),
    refusals: [...stale, 'evaluation.meeting.question-open'],
  },
  meetingSubjects: {
    method: 'GET',
    path: '/api/evaluation/meetings/:meetingId/subjects',
    summary: 'Whose levels the meeting discusses, by name, for those called to it; the first fifty whose name has these words',
    permission: 'organisation:read',
    params: meetingId,
    query: z.object({ search: z.string().max(100).optional() }),
    reply: z.object({ subjects: z.array(z.object({ person: personRef, title: z.string() })) }),
    refusals: ['platform.not-found'],
  },
  declareConflict: {
    method: 'PUT',
    path: '/api/evaluation/meetings/:meetingId/conflicts/:personId',
    summary: 'State that an attendee has a conflict of interest in somebody’s item; an attendee states their own, also in a ballot they have not voted in yet',
    permission: 'organisation:read',
    params: onePerson,
    body: z.object({ subjectId: idOf<'person'>(), reason: line(300) }),
    reply: z.object({ declared: z.literal(true) }),
    refusals: [...stale, 'evaluation.meeting.question-open', 'evaluation.ballot.already-voted'],
  },
  proposeLevel: {
    method: 'PUT',
    path: '/api/evaluation/meetings/:meetingId/proposals/:personId',
    summary: 'Propose a level in the meeting; stored as a proposal, never a decision. A null level takes it back',
    permission: 'organisation:read',
    params: onePerson,
    body: z.object({ version, level: level.nullable(), reason: prose(2000) }),
    reply: z.object({ version }),
    refusals: [...underWay, 'evaluation.meeting.changed', 'evaluation.meeting.conflict', 'evaluation.result.unknown-level', 'evaluation.result.reason-needed'],
  },
  conclude: {
    method: 'POST',
    path: '/api/evaluation/meetings/:meetingId/decisions',
    summary: 'The authority decides as the meeting proposed, or at the provisional level where it proposed nothing; each named with the versions looked at',
    permission: 'evaluation:decide',
    params: meetingId,
    body: z.object({ results: z.array(z.object({ personId: idOf<'person'>(), version, proposalVersion: version })).min(1).max(500) }),
    reply: z.object({ decided: z.number().int() }),
    refusals: [...underWay, 'evaluation.meeting.changed', 'evaluation.meeting.conflict', 'evaluation.result.changed', 'evaluation.result.wrong-status', 'evaluation.result.unknown-level', 'evaluation.result.reason-needed', 'evaluation.result.unit-first', 'evaluation.result.relative'],
  },
})
