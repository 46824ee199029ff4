import { transit } from '#kernel/transition.ts'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { meetingRoutes } from '../../contract/meeting-routes.ts'
import { attendanceOf, meetingTransitions, type MeetingAct, type MeetingRight, type MeetingStatus } from '../../domain/meeting.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { loadMeetingFile, requireMeetingVersion, requireRuns } from './meeting-access.ts'
import { lockMeeting } from './meeting-row.ts'
import { requireNoOpenQuestion } from './question-row.ts'

/** Opens a meeting that has its quorum (khai mạc), or closes it with its conclusion (bế mạc). Closing decides and publishes nothing. */
export const actOnMeeting = command(meetingRoutes.actOnMeeting, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  await lockMeeting(tx, tenantId, params.meetingId)
  const file = await loadMeetingFile(read, actor, params.meetingId, today)
  requireRuns(file)
  const { meeting } = file
  // Nothing is published while a meeting is open: publishing waits for this campaign, or this for it.
  const campaign = await holdCampaign(tx, read, tenantId, file.campaign.id)
  requireMeetingVersion(meeting, body.version)
  const status = transit<MeetingAct, MeetingStatus, MeetingRight>(meetingTransitions, body.act, meeting.status, 'evaluation.meeting.wrong-status')
  if (body.act === 'open') {
    if (campaign.status !== 'deciding') refuse('evaluation.meeting.not-deciding', { status: campaign.status })
    const attendance = attendanceOf(meeting.quorum, file.attendees)
    if (!attendance.met) refuse('evaluation.meeting.no-quorum', { ...attendance, quorum: meeting.quorum })
  } else {
    await requireNoOpenQuestion(read, tenantId, meeting.id)
  }
  const version = meeting.version + 1
  await tx
    .updateTable('evaluation_meeting')
    .set({ status, version, ...(body.act === 'open' ? { opened_at: now } : { closed_at: now, conclusion: body.conclusion }) })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', meeting.id)
    .execute()
  record({ action: body.act === 'open' ? 'evaluation.meeting.opened' : 'evaluation.meeting.closed', subject: { kind: 'meeting', id: meeting.id }, data: { from: meeting.status, to: status } })
  return { version, status }
})
