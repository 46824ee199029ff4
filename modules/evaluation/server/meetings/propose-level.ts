import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { meetingRoutes } from '../../contract/meeting-routes.ts'
import { decidableLevels } from '../../domain/decision.ts'
import { checkProposal } from '../../domain/meeting.ts'
import { holdCampaign } from '../campaigns/campaign-row.ts'
import { loadParticipant } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { loadRecords } from '../results/result-record.ts'
import { requireNoConflict } from './conflicts.ts'
import { loadMeetingFile, requireUnderWay } from './meeting-access.ts'
import { lockMeeting } from './meeting-row.ts'
import { loadProposals } from './proposals.ts'

/** Proposes a level in the meeting (mức đề nghị), or takes a proposal back. Nothing is decided by it. */
export const proposeLevel = command(meetingRoutes.proposeLevel, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  const { meetingId, personId } = params
  await lockMeeting(tx, tenantId, meetingId)
  const file = await loadMeetingFile(read, actor, meetingId, today)
  const campaign = await holdCampaign(tx, read, tenantId, file.campaign.id)
  const participant = await loadParticipant(read, tenantId, file.campaign.id, personId)
  if (!file.manages && participant.deciderId !== actor.personId) refuse('platform.not-found')
  requireUnderWay({ ...file, campaign })
  await requireNoConflict(read, tenantId, meetingId, actor.personId, personId)
  const [result] = await loadRecords(read, tenantId, file.campaign.id, personId)
  if (result === undefined || participant.excludedReason !== '') return refuse('platform.not-found')
  const before = (await loadProposals(read, tenantId, meetingId)).get(personId)
  if ((before?.version ?? 0) !== body.version) refuse('evaluation.meeting.changed', { version: before?.version ?? 0, level: before?.level ?? null })
  const key = { tenant_id: tenantId, meeting_id: meetingId, person_id: personId }
  const version = body.version + 1
  if (body.level === null) {
    await tx.deleteFrom('evaluation_meeting_proposal').where('tenant_id', '=', tenantId).where('meeting_id', '=', meetingId).where('person_id', '=', personId).execute()
  } else {
    const { level, reason } = body
    checkProposal(decidableLevels(await pinnedRulebook(read, tenantId, file.campaign.rulebook)), result.provisionalLevel, { level, reason })
    const proposed = { level, reason, proposed_by: actor.personId, proposed_at: now, version }
    await tx
      .insertInto('evaluation_meeting_proposal')
      .values({ ...key, ...proposed })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'meeting_id', 'person_id']).doUpdateSet(proposed))
      .execute()
  }
  record({ action: body.level === null ? 'evaluation.meeting.proposal-withdrawn' : 'evaluation.meeting.proposed', subject: { kind: 'meeting', id: meetingId }, data: { personId, level: body.level, before: before?.level ?? null, provisional: result.provisionalLevel } })
  return { version: body.level === null ? 0 : version }
})
