import { query } from '#platform/http/handler.ts'
import { meetingRoutes } from '../../contract/meeting-routes.ts'
import { meetableStatuses } from '../../domain/campaign.ts'
import { attendanceOf } from '../../domain/meeting.ts'
import { accessTo, requireVisible } from '../campaigns/campaign-access.ts'
import { loadCampaign } from '../campaigns/campaign-row.ts'
import { decidesIn } from '../results/quotas.ts'
import { loadAttendees, loadMeetings } from './meeting-row.ts'

/** Meetings of a campaign: all for who runs them or decides in it, else those the actor is called to. */
export const listMeetings = query(meetingRoutes.listMeetings, async ({ params, actor, read, today }) => {
  const { tenantId } = actor
  const campaign = await loadCampaign(read, tenantId, params.campaignId)
  const { manages } = await accessTo(campaign, actor, read, today)
  const all = manages || (await decidesIn(read, actor, campaign.id))
  const meetings = await loadMeetings(read, tenantId, campaign.id)
  const attendees = await loadAttendees(read, tenantId, meetings.map((meeting) => meeting.id))
  const seen = meetings.filter((meeting) => all || attendees.get(meeting.id)?.some((one) => one.personId === actor.personId))
  if (!all && seen.length === 0) await requireVisible(campaign, actor, read, today)
  return {
    canPlan: manages && meetableStatuses.includes(campaign.status),
    meetings: seen.map((meeting) => ({
      id: meeting.id,
      status: meeting.status,
      heldOn: meeting.heldOn,
      place: meeting.place,
      bodyName: meeting.bodyName,
      attendance: attendanceOf(meeting.quorum, attendees.get(meeting.id) ?? []),
    })),
  }
})
