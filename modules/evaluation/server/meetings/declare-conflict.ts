import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { meetingRoutes } from '../../contract/meeting-routes.ts'
import { loadParticipant } from '../campaigns/participant-row.ts'
import { leaveBallot } from './leave-ballot.ts'
import { loadMeetingFile, requireMeetingStatus } from './meeting-access.ts'
import { lockMeeting } from './meeting-row.ts'
import { loadQuestions, lockQuestion, requireNoOpenQuestion } from './question-row.ts'

/**
 * States a conflict of interest (xung đột lợi ích) in somebody's item: one's own, or an attendee's by who runs the meeting.
 * Whoever learns of it only when the ballot is open leaves that ballot, unless they have voted in it.
 */
export const declareConflict = command(meetingRoutes.declareConflict, async ({ params, body, actor, tx, read, today, record }) => {
  const { tenantId } = actor
  // A vote locks its ballot before the meeting; so does leaving one.
  const open = (await loadQuestions(read, tenantId, params.meetingId)).find((question) => question.status === 'open' && question.subjectId === body.subjectId)
  const question = open === undefined ? null : await lockQuestion(tx, read, tenantId, open.id)
  await lockMeeting(tx, tenantId, params.meetingId)
  const file = await loadMeetingFile(read, actor, params.meetingId, today)
  if (!file.runs && params.personId !== actor.personId) refuse('platform.not-found')
  if (!file.attendees.some((one) => one.personId === params.personId)) refuse('platform.not-found')
  requireMeetingStatus(file.meeting, 'planned', 'open')
  await loadParticipant(read, tenantId, file.campaign.id, body.subjectId)
  if (question === null || question.status !== 'open') await requireNoOpenQuestion(read, tenantId, file.meeting.id)
  else await leaveBallot(tx, read, tenantId, question, params.personId)
  await tx
    .insertInto('evaluation_meeting_recusal')
    .values({ tenant_id: tenantId, meeting_id: file.meeting.id, person_id: params.personId, subject_id: body.subjectId, reason: body.reason })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'meeting_id', 'person_id', 'subject_id']).doUpdateSet({ reason: body.reason }))
    .execute()
  record({ action: 'evaluation.meeting.conflict-declared', subject: { kind: 'meeting', id: file.meeting.id }, data: { personId: params.personId, subjectId: body.subjectId } })
  return { declared: true as const }
})
