import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { meetingRoutes } from '../../contract/meeting-routes.ts'
import { loadMeetingFile, requireMeetingStatus, requireRuns } from './meeting-access.ts'
import { lockMeeting } from './meeting-row.ts'
import { requireNoOpenQuestion } from './question-row.ts'

/** Says who is there (điểm danh); not while a ballot is open, whose roll it would contradict. */
export const markAttendance = command(meetingRoutes.markAttendance, async ({ params, body, actor, tx, read, today, record }) => {
  const { tenantId } = actor
  await lockMeeting(tx, tenantId, params.meetingId)
  const file = await loadMeetingFile(read, actor, params.meetingId, today)
  requireRuns(file)
  requireMeetingStatus(file.meeting, 'planned', 'open')
  const attendee = file.attendees.find((one) => one.personId === params.personId)
  if (attendee === undefined) return refuse('platform.not-found')
  if (attendee.version !== body.version) refuse('evaluation.meeting.changed', { version: attendee.version })
  await requireNoOpenQuestion(read, tenantId, file.meeting.id)
  const version = attendee.version + 1
  await tx
    .updateTable('evaluation_meeting_attendee')
    .set({ present: body.present, absence_reason: body.present ? '' : body.absenceReason, version })
    .where('tenant_id', '=', tenantId)
    .where('meeting_id', '=', file.meeting.id)
    .where('person_id', '=', params.personId)
    .execute()
  record({ action: 'evaluation.meeting.attendance-marked', subject: { kind: 'meeting', id: file.meeting.id }, data: { personId: params.personId, present: body.present } })
  return { version }
})
