import { command } from '#platform/http/handler.ts'
import { meetingRoutes } from '../../contract/meeting-routes.ts'
import { refuse } from '#kernel/refusal.ts'
import { loadMeetingFile, requireMeetingStatus, requireMeetingVersion } from './meeting-access.ts'
import { lockMeeting } from './meeting-row.ts'
import { storeAttendees } from './store-attendees.ts'

/** Changes a meeting that has not opened yet; conflicts stated before then are stated anew. */
export const changeMeeting = command(meetingRoutes.changeMeeting, async ({ params, body, actor, tx, read, today, record }) => {
  const { tenantId } = actor
  await lockMeeting(tx, tenantId, params.meetingId)
  const file = await loadMeetingFile(read, actor, params.meetingId, today)
  if (!file.manages) refuse('platform.not-found')
  requireMeetingVersion(file.meeting, body.version)
  requireMeetingStatus(file.meeting, 'planned')
  const version = file.meeting.version + 1
  await tx
    .updateTable('evaluation_meeting')
    .set({ held_on: body.heldOn, place: body.place, heading: body.heading, superior_body: body.superiorBody, body_name: body.bodyName, quorum: body.quorum, version })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', params.meetingId)
    .execute()
  await tx.deleteFrom('evaluation_meeting_recusal').where('tenant_id', '=', tenantId).where('meeting_id', '=', params.meetingId).execute()
  await storeAttendees(tx, read, tenantId, params.meetingId, body.attendees)
  record({ action: 'evaluation.meeting.changed', subject: { kind: 'meeting', id: params.meetingId }, data: { heldOn: body.heldOn, attendees: body.attendees.length } })
  return { version }
})
