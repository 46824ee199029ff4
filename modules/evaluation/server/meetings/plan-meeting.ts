import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { meetingRoutes } from '../../contract/meeting-routes.ts'
import { meetableStatuses } from '../../domain/campaign.ts'
import { requireManages } from '../campaigns/campaign-access.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { storeAttendees } from './store-attendees.ts'

/** Calls a meeting (triệu tập hội nghị) on the levels of a campaign. */
export const planMeeting = command(meetingRoutes.planMeeting, async ({ params, body, actor, tx, read, today, newId, record }) => {
  const { tenantId } = actor
  const campaign = await holdCampaign(tx, read, tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  if (!meetableStatuses.includes(campaign.status)) refuse('evaluation.campaign.wrong-status', { status: campaign.status, allowed: meetableStatuses })
  const meetingId = newId<'meeting'>()
  await tx
    .insertInto('evaluation_meeting')
    .values({
      tenant_id: tenantId,
      id: meetingId,
      campaign_id: campaign.id,
      status: 'planned',
      held_on: body.heldOn,
      place: body.place,
      heading: body.heading,
      superior_body: body.superiorBody,
      body_name: body.bodyName,
      quorum: body.quorum,
    })
    .execute()
  await storeAttendees(tx, read, tenantId, meetingId, body.attendees)
  record({ action: 'evaluation.meeting.planned', subject: { kind: 'meeting', id: meetingId }, data: { campaignId: campaign.id, heldOn: body.heldOn, attendees: body.attendees.length } })
  return { meetingId, version: 1 }
})
